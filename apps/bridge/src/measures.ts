const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const KIB = 1024

/** A time in the largest unit that leaves a whole number: `30 min`. */
export function timeInWords(ms: number): string {
  if (ms % HOUR === 0) return `${ms / HOUR} h`
  if (ms % MINUTE === 0) return `${ms / MINUTE} min`
  return ms % SECOND === 0 ? `${ms / SECOND} s` : `${ms} ms`
}

/** Bytes in the largest unit that leaves a whole number: `4 MiB`. */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ['GiB', KIB ** 3],
    ['MiB', KIB ** 2],
    ['KiB', KIB],
  ] as const) {
    if (bytes % size === 0) return `${bytes / size} ${unit}`
  }
  return `${bytes} bytes`
}
