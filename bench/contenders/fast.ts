/** `@v2scope/bip324/fast`: the same in WebAssembly. */

import { concatBytes, deriveSessionKeys, taggedHash, V2Transport } from '@v2scope/bip324'
import { type FastCore, fastCore, OpenedPackets } from '@v2scope/bip324/fast'
import type { TransportContender } from '../parts/transport.js'
import type {
  KeyContender,
  KeyExchange,
  Open,
  PacketCiphers,
  PacketContender,
} from './contender.js'
import { FAST, FAST_INTO } from './names.js'
import { systemRandom } from './random.js'
import { byInfo } from './reference.js'

const ECDH_TAG = 'bip324_ellswift_xonly_ecdh'
const PACKET_OVERHEAD = 20

const exchangeOf = (core: FastCore): KeyExchange => ({
  create: () => core.ellswiftCreate(systemRandom),
  ecdh(ours, theirs) {
    const x = core.ellswiftEcdhXonly(theirs, ours.privateKey)
    return taggedHash(ECDH_TAG, concatBytes(ours.ellswift, theirs, x), core.hashes)
  },
  derive: (secret, magic) => byInfo(deriveSessionKeys(secret, magic, 'initiator', core.hashes)),
})

/** What is taken of each packet, once it has been opened where it lay. */
type HandOut = (stream: Uint8Array, at: number, length: number) => number

/** Batch by batch, to the end of the stream. */
const opener =
  (core: FastCore, handOut: HandOut): PacketCiphers['opener'] =>
  ({ L, P }): Open => {
    const cipher = core.directionCipher(L, P)
    const opened = new OpenedPackets()
    return (stream) => {
      let bytes = 0
      for (let start = 0; start < stream.length; start += opened.taken) {
        const rest = start === 0 ? stream : stream.subarray(start)
        cipher.decryptAll(rest, opened)
        if (opened.count === 0) throw new Error(`no packet could be opened: ${opened.end}`)
        for (let i = 0; i < opened.count; i++)
          bytes += handOut(rest, (opened.headers[i] ?? 0) + 1, opened.lengths[i] ?? 0)
      }
      return bytes
    }
  }

/** Contents in memory of their own. */
const copied: HandOut = (stream, at, length) => stream.slice(at, at + length).length

/** Contents where they lie. */
const inPlace: HandOut = (_stream, _at, length) => length

const contender = (
  name: string,
  ciphersOf: (core: FastCore) => PacketCiphers,
): PacketContender => ({
  name,
  does: 'packets',
  opensInPlace: true,
  async load() {
    const core = fastCore()
    return core && ciphersOf(core)
  },
})

export const fastPackets = contender(FAST, (core) => ({
  sealer({ L, P }) {
    const cipher = core.directionCipher(L, P)
    return (contents) => cipher.encrypt(contents)
  },
  opener: opener(core, copied),
}))

export const fastPacketsInto = contender(FAST_INTO, (core) => ({
  sealer({ L, P }) {
    const cipher = core.directionCipher(L, P)
    let output = new Uint8Array(0)
    return (contents) => {
      const length = contents.length + PACKET_OVERHEAD
      if (output.length !== length) output = new Uint8Array(length)
      cipher.encryptInto(contents, output)
      return output
    }
  },
  opener: opener(core, inPlace),
}))

export const fastKeys: KeyContender = {
  name: FAST,
  load() {
    const core = fastCore()
    return core && exchangeOf(core)
  },
}

export const fastTransport: TransportContender = {
  name: FAST,
  async load() {
    const core = fastCore()
    return core && ((options) => new V2Transport({ ...options, core }))
  },
}
