/** Addresses: what people write for a scriptPubKey (BIP13, BIP173, BIP350). */

import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { bech32, bech32m, createBase58check } from '@scure/base'
import { pubkeyHashOf, scriptHashOf, witnessProgramOf } from './script-type.js'

/** The networks by the names of Bitcoin Core; all but mainnet and regtest share their addresses. */
export type AddressNetwork = 'mainnet' | 'testnet3' | 'testnet4' | 'signet' | 'regtest'

/** How a network's addresses begin. */
interface AddressPrefixes {
  /** Of base58check, one byte. */
  readonly pubkeyHash: number
  /** Of base58check, one byte. */
  readonly scriptHash: number
  /** Human-readable part of bech32 and bech32m. */
  readonly program: string
}

const TEST_PREFIXES: AddressPrefixes = { pubkeyHash: 0x6f, scriptHash: 0xc4, program: 'tb' }
/** `base58Prefixes` and `bech32_hrp` of Bitcoin Core's chain parameters. */
const PREFIXES: { readonly [N in AddressNetwork]: AddressPrefixes } = {
  mainnet: { pubkeyHash: 0x00, scriptHash: 0x05, program: 'bc' },
  testnet3: TEST_PREFIXES,
  testnet4: TEST_PREFIXES,
  signet: TEST_PREFIXES,
  regtest: { ...TEST_PREFIXES, program: 'bcrt' },
}

const base58check = createBase58check(sha256)
const toBase58 = (prefix: number, hash: Uint8Array): string =>
  base58check.encode(concatBytes(Uint8Array.of(prefix), hash))

/** BIP141: what version 0 allows. */
const VERSION_0_SIZES: readonly number[] = [20, 32]

/** The address that stands for a scriptPubKey; `undefined` where none does. */
export function scriptAddress(script: Uint8Array, network: AddressNetwork): string | undefined {
  const prefixes = PREFIXES[network]
  const witness = witnessProgramOf(script)
  if (witness !== undefined) {
    const { version, program } = witness
    if (version === 0 && !VERSION_0_SIZES.includes(program.length)) return undefined
    const encoding = version === 0 ? bech32 : bech32m
    return encoding.encode(prefixes.program, [version, ...encoding.toWords(program)])
  }
  const scriptHash = scriptHashOf(script)
  if (scriptHash !== undefined) return toBase58(prefixes.scriptHash, scriptHash)
  const pubkeyHash = pubkeyHashOf(script)
  return pubkeyHash === undefined ? undefined : toBase58(prefixes.pubkeyHash, pubkeyHash)
}
