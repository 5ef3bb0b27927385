/** Bytes compared, for those that are no secret: it takes longer the later they differ. */

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
