import { type Ip, parseIp } from './ip.js'

/** What stands before a port. */
export type Host =
  | { readonly kind: 'ip'; readonly ip: Ip }
  /** In lower case, no IP address in any spelling. */
  | { readonly kind: 'name'; readonly name: string }

/** RFC 1035 §2.3.1 and RFC 1123 §2.1: letters, digits and hyphens, which are not at an end. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const MAX_NAME_LENGTH = 253

/**
 * Reads an IPv4 address, an IPv6 one in brackets, or a host name.
 * @returns `null` for anything else.
 */
export function parseHost(text: string): Host | null {
  const inBrackets = /^\[(.*)\]$/.exec(text)?.[1]
  const ip = parseIp(inBrackets ?? text)
  if (ip !== null)
    return (ip.kind() === 'ipv6') === (inBrackets !== undefined) ? { kind: 'ip', ip } : null
  return inBrackets === undefined ? parseName(text) : null
}

function parseName(text: string): Host | null {
  if (text.length > MAX_NAME_LENGTH || !/^[A-Za-z0-9.-]+$/.test(text)) return null
  const name = text.toLowerCase()
  const labels = name.split('.')
  // no top-level domain begins with a digit, but inet_aton takes 127.0x1 and 0x7f000001 for loopback
  const isName = labels.every((label) => LABEL.test(label)) && /^[a-z]/.test(labels.at(-1) ?? '')
  return isName ? { kind: 'name', name } : null
}

/** RFC 6761 §6.3: `name`, in lower case, is loopback's, without asking DNS. */
export const isLocalhost = (name: string): boolean => /(?:^|\.)localhost$/.test(name)

/** From 1 to 65535, in digits without leading zeros; `null` for anything else. */
export function parsePort(text: string): number | null {
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65535 ? port : null
}
