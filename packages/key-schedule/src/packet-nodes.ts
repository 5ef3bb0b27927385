/** BIP324 §Packet encryption: what a packet's bytes say, from its keys (C1, C2, P1, P2, P5). */

import { chacha20 } from '@noble/ciphers/chacha.js'
import {
  HEADER_LEN,
  LENGTH_FIELD_LEN,
  type PacketEvent,
  REKEY_INTERVAL,
  TAG_LEN,
} from '@v2scope/bip324'
import { decrypt, keystream, poly1305 } from './commands/cipher-commands.js'
import { epochKeyId } from './ids.js'
import { given, type KeyNode, keyNode, type NodeInput } from './node.js'
import { SECTIONS } from './sections.js'

const TAG_KEY_LEN = 32
const EPOCH_LEN = 8
/** Bytes of a packet: a longer command is more than one line of a shell takes well. */
const MOST_IN_COMMAND = 16_384

/** The keys of a packet's epoch, 32 bytes each. */
export interface PacketKeys {
  readonly L: Uint8Array
  readonly P: Uint8Array
}

/** Length, header, contents, the tag's key and the tag. */
export function packetNodes(event: PacketEvent, { L, P }: PacketKeys): KeyNode[] {
  const { bytes, number, epoch, nonce, aad, contents } = event
  const of = event.type === 'packet_sent' ? 'sent' : 'received'
  const input = (name: 'L' | 'P', key: Uint8Array): NodeInput => ({
    name: `key_${name}`,
    bytes: key,
    from: epochKeyId({
      of,
      epoch,
      ...(name === 'L'
        ? { cipher: 'FSChaCha20', key: event.lengthKey }
        : { cipher: 'FSChaCha20Poly1305', key: event.packetKey }),
    }),
    secret: true,
  })
  const field = bytes.subarray(0, LENGTH_FIELD_LEN)
  const sealed = bytes.subarray(LENGTH_FIELD_LEN, -TAG_LEN)
  const at = (number % REKEY_INTERVAL) * LENGTH_FIELD_LEN
  const lengthNonce = nonceOfLength(nonce)
  const stream = { key: P, nonce, block: 1 }
  const section = SECTIONS.packets
  const fits = bytes.length <= MOST_IN_COMMAND
  const sealedInputs = [input('P', P), given('nonce', nonce)]

  const length = keyNode({
    id: 'packet.length',
    kind: 'packet_length',
    inputs: [input('L', L), given('nonce', lengthNonce), given('length_field', field)],
    formula: `length_field ⊕ ChaCha20(key_L, nonce, zeros)[${at}..${at + LENGTH_FIELD_LEN}]`,
    output: littleEndian(event.length),
    row: 'C2',
    section,
    command: () => decrypt({ key: L, nonce: lengthNonce, block: 0 }, at, field),
  })
  const header = keyNode({
    id: 'packet.header',
    kind: 'packet_header',
    inputs: [...sealedInputs, given('ciphertext', sealed.subarray(0, HEADER_LEN))],
    formula: `ciphertext ⊕ ChaCha20(key_P, nonce, zeros)[${BLOCK}..${BLOCK + HEADER_LEN}]`,
    output: Uint8Array.of(event.header),
    row: 'P2',
    section,
    command: () => decrypt(stream, 0, sealed.subarray(0, HEADER_LEN)),
  })
  const body = keyNode({
    id: 'packet.contents',
    kind: 'packet_contents',
    inputs: [...sealedInputs, given('ciphertext', sealed)],
    formula: `(ciphertext ⊕ ChaCha20(key_P, nonce, zeros)[${BLOCK}..])[${HEADER_LEN}..]`,
    output: contents,
    row: 'P1',
    section,
    command: () => (fits ? decrypt(stream, 0, sealed, HEADER_LEN) : undefined),
  })
  const tagKey = keyNode({
    id: 'packet.tag_key',
    kind: 'packet_tag_key',
    inputs: sealedInputs,
    formula: `ChaCha20(key_P, nonce, zeros)[0..${TAG_KEY_LEN}]`,
    output: P.length === 0 ? P : chacha20(P, nonce, new Uint8Array(TAG_KEY_LEN)),
    row: 'C1',
    section,
    secret: true,
    command: () => keystream({ ...stream, block: 0 }, 0, TAG_KEY_LEN),
  })
  const tag = keyNode({
    id: 'packet.tag',
    kind: 'packet_tag',
    inputs: [
      { name: 'tag_key', bytes: tagKey.output, from: tagKey.id, secret: true },
      given('aad', aad),
      given('ciphertext', sealed),
    ],
    formula:
      'Poly1305(tag_key, aad ‖ pad ‖ ciphertext ‖ pad ‖ LE64(len(aad)) ‖ LE64(len(ciphertext)))',
    output: event.tag,
    row: 'P5',
    section,
    command: () => (fits ? poly1305(tagKey.output, aad, sealed) : undefined),
  })
  return contents.length === 0 ? [length, header, tagKey, tag] : [length, header, body, tagKey, tag]
}

/** What an AEAD encrypts begins with the second block of the keystream (RFC 8439). */
const BLOCK = 64

const littleEndian = (length: number): Uint8Array =>
  Uint8Array.of(length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff)

/** C2: 4 zeros, then the epoch, as the packet's own nonce ends with it. */
function nonceOfLength(nonce: Uint8Array): Uint8Array {
  const own = nonce.slice()
  own.fill(0, 0, -EPOCH_LEN)
  return own
}
