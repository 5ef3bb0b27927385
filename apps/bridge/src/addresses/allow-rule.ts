import { NODE_PORTS } from '../targets.js'
import { type Host, isLocalhost, parseHost, parsePort } from './host.js'
import { type Ip, isMapped } from './ip.js'

/** What the operator lets pages dial: `--allow HOST[:PORT,…]`, or a CIDR in HOST's place. */
export type AllowRule =
  | { readonly kind: 'name'; readonly name: string; readonly ports: readonly number[] }
  /** All addresses that share the first `bits` bits with `ip`. */
  | {
      readonly kind: 'range'
      readonly ip: Ip
      readonly bits: number
      readonly ports: readonly number[]
    }

/** A rule that can't be read; the message says why, and what to write instead. */
export class AllowRuleError extends Error {}

const FORM = /^(?<host>\[[^\]]*\]|[^[\]/:]+)(?:\/(?<bits>\d{1,3}))?(?::(?<ports>[^:/]*))?$/

/** RFC 4291 §2.5.5.2: what stands before the IPv4 address, in bits. */
const MAPPED_BITS = 96

/** @throws {AllowRuleError} if `text` is no rule. */
export function parseAllowRule(text: string): AllowRule {
  const parts = FORM.exec(text)?.groups
  const host = parseHost(parts?.host ?? '')
  if (!parts || host === null) throw new AllowRuleError(unreadable(text))
  const ports = parts.ports === undefined ? NODE_PORTS : parsePorts(parts.ports)
  return { ...parseRange(host, parts.bits), ports }
}

function unreadable(text: string): string {
  if (parseHost(`[${text.split('/')[0]}]`) !== null) {
    return 'an IPv6 address stands in brackets, as in [fd00::]/8 or [fd00::5]:8333.'
  }
  return 'this is no HOST, IP or CIDR; write one such as node.example.org, 10.0.0.0/8:8333,18444 or [fd00::]/8.'
}

function parsePorts(list: string): readonly number[] {
  return list.split(',').map((each) => {
    const port = parsePort(each)
    if (port !== null) return port
    throw new AllowRuleError(
      `"${each}" is no port; write numbers from 1 to 65535 with commas between, as in :8333,18444.`,
    )
  })
}

function parseRange(host: Host, bitsText: string | undefined) {
  if (host.kind === 'name') {
    if (bitsText !== undefined) {
      throw new AllowRuleError(`a name has no prefix; write ${host.name} alone.`)
    }
    if (isLocalhost(host.name)) {
      throw new AllowRuleError(
        'a name gives leave to public addresses only, and this one is loopback; write 127.0.0.1.',
      )
    }
    return host
  }
  const { ip } = host
  if (isMapped(ip)) {
    const range = bitsText === undefined ? '' : `/${Math.max(Number(bitsText) - MAPPED_BITS, 0)}`
    throw new AllowRuleError(`this is IPv4 in IPv6 form; write ${ip.toIPv4Address()}${range}.`)
  }
  const most = ip.toByteArray().length * 8
  const bits = bitsText === undefined ? most : Number(bitsText)
  if (bits > most) {
    throw new AllowRuleError(`a prefix has at most ${most} bits; write /${most} or less.`)
  }
  if (bitsAfter(ip, bits) !== 0n) {
    throw new AllowRuleError(
      `the address goes on behind its /${bits}; write zeros there, or the address alone.`,
    )
  }
  return { kind: 'range', ip, bits } as const
}

/** What `ip` holds behind its first `bits` bits. */
function bitsAfter(ip: Ip, bits: number): bigint {
  const bytes = ip.toByteArray()
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return BigInt.asUintN(bytes.length * 8 - bits, value)
}

/** As the operator could have written it. */
export function formatAllowRule(rule: AllowRule): string {
  return `${formatRange(rule)}:${rule.ports.join(',')}`
}

function formatRange(rule: AllowRule): string {
  if (rule.kind === 'name') return rule.name
  const { ip, bits } = rule
  const isWhole = bits === ip.toByteArray().length * 8
  const host = ip.kind() === 'ipv6' ? `[${ip}]` : `${ip}`
  return isWhole ? host : `${host}/${bits}`
}
