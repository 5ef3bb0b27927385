/** IPv4 and IPv6 addresses as text: RFC 5952 for IPv6, dotted decimal for IPv4. */

import type { Coder } from './coder.js'

/** Bytes of an IPv6 address, and of every address in version and addr. */
const IPV6_SIZE = 16
const IPV6_GROUPS = 8
/** RFC 4291 §2.5.5.2: `::ffff:0:0/96`, in which the 16-byte fields of the protocol hold IPv4. */
const IPV4_MAPPED_PREFIX = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)

/** Four bytes as `127.0.0.1`. */
export function showIpv4(bytes: Uint8Array): string {
  return bytes.join('.')
}

/** Sixteen bytes as RFC 5952 §4 writes them, always in hex groups: `2001:db8::1`. */
export function showIpv6(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let i = 0; i < IPV6_SIZE; i += 2) {
    groups.push((((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)).toString(16))
  }
  const { start, length } = longestZeroRun(groups)
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

/** RFC 5952 §4.2.3: the longest run of zero groups, the first of several. */
function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 }
  let start = 0
  for (const [i, group] of groups.entries()) {
    if (group !== '0') start = i + 1
    else if (i + 1 - start > longest.length) longest = { start, length: i + 1 - start }
  }
  return longest
}

/** `127.0.0.1` as four bytes. @throws Error if it is none. */
function parseIpv4(text: string): number[] {
  const bytes = text
    .split('.')
    .map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256))
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255)) {
    throw new Error(`"${text}" is not an IPv4 address`)
  }
  return bytes
}

/** One side of a `::`, as bytes. @throws Error */
function parseGroups(text: string, mayEndInIpv4: boolean): number[] {
  if (text === '') return []
  const groups = text.split(':')
  return groups.flatMap((group, i) => {
    if (mayEndInIpv4 && i === groups.length - 1 && group.includes('.')) return parseIpv4(group)
    if (!/^[0-9a-f]{1,4}$/i.test(group)) throw new Error(`"${group}" is not an IPv6 group`)
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}

/** Any text form of an IPv6 address (RFC 4291 §2.2), without a zone. @throws Error */
function parseIpv6(text: string): Uint8Array {
  const [left = '', right, ...more] = text.split('::')
  const head = parseGroups(left, right === undefined)
  const tail = parseGroups(right ?? '', true)
  const gap = IPV6_SIZE - head.length - tail.length
  if (more.length > 0 || (right === undefined ? gap !== 0 : gap < 2)) {
    throw new Error(`"${text}" is not an IPv6 address of ${IPV6_GROUPS} groups`)
  }
  return Uint8Array.from([...head, ...new Array<number>(gap).fill(0), ...tail])
}

/** The 16 bytes of version and addr: IPv4 where mapped, otherwise IPv6. */
export function showIp(bytes: Uint8Array): string {
  const isMapped = IPV4_MAPPED_PREFIX.every((byte, i) => bytes[i] === byte)
  return isMapped ? showIpv4(bytes.subarray(IPV4_MAPPED_PREFIX.length)) : showIpv6(bytes)
}

/** An IPv4 or IPv6 address as the 16 bytes of version and addr. @throws Error if it is neither. */
export function parseIp(text: string): Uint8Array {
  if (text.includes(':')) return parseIpv6(text)
  return Uint8Array.from([...IPV4_MAPPED_PREFIX, ...parseIpv4(text)])
}

/** 16 bytes on the wire; `192.0.2.1` or `2001:db8::1` as a value. */
export const ipAddress: Coder<string> = { size: IPV6_SIZE, decode: showIp, encode: parseIp }
