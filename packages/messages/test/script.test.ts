import { describe, expect, it } from 'vitest'
import { showAmount } from '../src/amount.js'
import { type AddressNetwork, describeScript } from '../src/index.js'
import { showScript } from '../src/script-asm.js'
import { fromHex } from './messages.js'

describe('describeScript', () => {
  it.each([
    // BIP173 §Test vectors
    [
      '0014751e76e8199196d454941c45d1b3a323f1433bd6',
      'mainnet',
      'witness_v0_keyhash',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    ],
    [
      '00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262',
      'testnet3',
      'witness_v0_scripthash',
      'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7',
    ],
    [
      '0014751e76e8199196d454941c45d1b3a323f1433bd6',
      'regtest',
      'witness_v0_keyhash',
      'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080',
    ],
    // BIP350 §Test vectors
    [
      '5120000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433',
      'signet',
      'witness_v1_taproot',
      'tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c',
    ],
    [
      '512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
      'mainnet',
      'witness_v1_taproot',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ],
    ['6002751e', 'mainnet', 'witness_unknown', 'bc1sw50qgdz25j'],
    // The address of the genesis block, and one of a script's hash (BIP13)
    [
      '76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac',
      'mainnet',
      'pubkeyhash',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    ],
    [
      'a914f815b036d9bbbce5e9f2a00abd1bf3dc91e9551087',
      'mainnet',
      'scripthash',
      '3QJmV3qfvL9SuYo34YihAf3sRCW3qSinyC',
    ],
    ['51024e73', 'mainnet', 'anchor', 'bc1pfeessrawgf'],
    ['51024e73', 'regtest', 'anchor', 'bcrt1pfeesnyr2tx'],
  ] as [string, AddressNetwork, string, string][])(
    'knows %s on %s: %s %s',
    (hex, network, type, address) => {
      expect(describeScript(fromHex(hex), network)).toEqual({ type, address })
    },
  )

  it('gives the test networks the same addresses', () => {
    const script = fromHex('76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac')
    const [first, ...rest] = (['testnet3', 'testnet4', 'signet', 'regtest'] as const).map(
      (network) => describeScript(script, network).address,
    )
    expect(first).toMatch(/^[mn]/)
    expect(rest).toEqual([first, first, first])
  })

  it.each([
    ['', 'nonstandard'],
    ['6a', 'nulldata'],
    ['6a4c', 'nonstandard'],
    [`21${'02'.repeat(33)}ac`, 'pubkey'],
    [`5121${'03'.repeat(33)}51ae`, 'multisig'],
    [`0015${'00'.repeat(21)}`, 'nonstandard'],
  ])('has no address for %s: %s', (hex, type) => {
    expect(describeScript(fromHex(hex), 'mainnet')).toEqual({ type })
  })
})

describe('a script in words', () => {
  it.each([
    [
      '76a914751e76e8199196d454941c45d1b3a323f1433bd688ac',
      'OP_DUP OP_HASH160 751e76e8199196d454941c45d1b3a323f1433bd6 OP_EQUALVERIFY OP_CHECKSIG',
    ],
    ['004f5160', '0 -1 1 16'],
    ['0180 02ff80 04ffffffff', '0 -255 -2147483647'],
    ['ff fe', 'OP_INVALIDOPCODE OP_UNKNOWN'],
    ['51 4d0300 01', '1 [error]'],
  ])('writes %s as %s', (hex, words) => {
    expect(showScript(fromHex(hex))).toBe(words)
  })

  it('stays short, however long the script', () => {
    expect(showScript(new Uint8Array(100_000))).toBe(`${'0 '.repeat(24)}…`)
    const push = new Uint8Array(200_005)
    push.set([0x4e, 0x40, 0x0d, 0x03, 0])
    expect(showScript(push)).toBe(`${'00'.repeat(80)}…`)
  })
})

describe('an amount', () => {
  it.each([
    [0n, '0.00000000 BTC'],
    [1n, '0.00000001 BTC'],
    [-150_000_000n, '-1.50000000 BTC'],
    [2_100_000_000_000_000n, '21000000.00000000 BTC'],
  ])('of %s satoshis is %s', (satoshis, text) => {
    expect(showAmount(satoshis)).toBe(text)
  })
})
