import { describe, expect, it } from 'vitest'
import { AllowRuleError, formatAllowRule, parseAllowRule } from '../../src/addresses/allow-rule.js'

const DEFAULT = ':8333,18333,48333,38333,18444'

describe('a rule of --allow', () => {
  it.each([
    ['node.example.org', `node.example.org${DEFAULT}`],
    ['Node.Example.ORG:9000', 'node.example.org:9000'],
    ['umbrel', `umbrel${DEFAULT}`],
    ['10.0.0.5', `10.0.0.5${DEFAULT}`],
    ['10.0.0.5/32:8333', '10.0.0.5:8333'],
    ['10.0.0.0/8:8333,18444', '10.0.0.0/8:8333,18444'],
    ['0.0.0.0/0:1', '0.0.0.0/0:1'],
    ['[fd00::]/8:18444', '[fd00::]/8:18444'],
    ['[FD00:0::5]:65535', '[fd00::5]:65535'],
    ['[::1]', `[::1]${DEFAULT}`],
    ['[2001:db8::]/32', `[2001:db8::]/32${DEFAULT}`],
    ['[64:ff9b::10.0.0.1]', `[64:ff9b::a00:1]${DEFAULT}`],
  ])('is read: %s', (text, read) => {
    expect(formatAllowRule(parseAllowRule(text))).toBe(read)
    expect(parseAllowRule(read)).toEqual(parseAllowRule(text))
  })

  it.each([
    ['', 'write one such as node.example.org, 10.0.0.0/8:8333,18444 or [fd00::]/8'],
    ['*.example.org', 'is no HOST, IP or CIDR'],
    ['127.1', 'is no HOST, IP or CIDR'],
    ['10.0.0.0/8/9', 'is no HOST, IP or CIDR'],
    ['10.0.0.0/', 'is no HOST, IP or CIDR'],
    ['[10.0.0.1]', 'is no HOST, IP or CIDR'],
    ['[fe80::1%eth0]', 'is no HOST, IP or CIDR'],
    ['fd00::/8', 'an IPv6 address stands in brackets, as in [fd00::]/8'],
    ['::1', 'stands in brackets'],
    ['[fd00::/8]', 'is no HOST, IP or CIDR'],
    ['10.0.0.0/33', 'a prefix has at most 32 bits; write /32 or less'],
    ['[fd00::]/129', 'a prefix has at most 128 bits'],
    ['10.0.0.5/8', 'the address goes on behind its /8; write zeros there'],
    ['[fd00::1]/64', 'the address goes on behind its /64'],
    ['node.example.org/8', 'a name has no prefix; write node.example.org alone'],
    ['localhost', 'a name gives leave to public addresses only'],
    ['Node.LocalHost:8333', 'this one is loopback; write 127.0.0.1'],
    ['[::ffff:10.0.0.1]', 'is IPv4 in IPv6 form; write 10.0.0.1.'],
    ['[::ffff:10.0.0.0]/104', 'is IPv4 in IPv6 form; write 10.0.0.0/8.'],
    ['10.0.0.5:', '"" is no port; write numbers from 1 to 65535'],
    ['10.0.0.5:0', '"0" is no port'],
    ['10.0.0.5:65536', '"65536" is no port'],
    ['10.0.0.5:8333-8340', '"8333-8340" is no port'],
    ['10.0.0.5:8333, 18444', '" 18444" is no port'],
  ])('is refused, saying what to write: %s', (text, said) => {
    expect(() => parseAllowRule(text)).toThrow(AllowRuleError)
    expect(() => parseAllowRule(text)).toThrow(said)
  })
})
