/** BIP324 §Handshake: what a side sends, and in which order. */

import type { EllswiftPubkey } from './bytes.js'
import { IGNORE_BIT, REKEY_INTERVAL } from './constants.js'
import type { DirectionCipher } from './direction-cipher.js'
import { LocalProtocolError } from './errors.js'
import type { DirectionStats, OutputChunk } from './events.js'
import type { PacketKind } from './trace.js'
import type { TraceRecorder } from './trace-recorder.js'

const EMPTY = new Uint8Array(0)

/** Counters before anything has happened. */
export const noStats = (): DirectionStats => ({
  bytes: 0,
  packets: 0,
  messages: 0,
  decoys: 0,
  decoyBytes: 0,
  rekeys: 0,
  packetsUntilRekey: REKEY_INTERVAL,
})

/** Counts one packet. @param wireLength in bytes */
export function countPacket(
  stats: DirectionStats,
  kind: PacketKind,
  wireLength: number,
  cipher: DirectionCipher,
): void {
  stats.packets += 1
  if (kind === 'message') stats.messages += 1
  if (kind === 'decoy') {
    stats.decoys += 1
    stats.decoyBytes += wireLength
  }
  stats.rekeys = Math.floor(cipher.packetNumber / REKEY_INTERVAL)
  stats.packetsUntilRekey = cipher.packetsUntilRekey
}

export class Sender {
  readonly stats = noStats()
  readonly #trace: TraceRecorder | undefined
  #garbage: Uint8Array
  #cipher: DirectionCipher | undefined
  #output: OutputChunk[] = []

  /** @param garbage what goes out behind our key; it is the AAD of our first packet (H6) */
  constructor(garbage: Uint8Array, trace: TraceRecorder | undefined) {
    this.#garbage = garbage
    this.#trace = trace
  }

  /** Whether packets can be sent: the keys stand. */
  get isReady(): boolean {
    return this.#cipher !== undefined
  }

  /** What to put on the wire; it is handed out once. */
  takeOutput(): OutputChunk[] {
    const output = this.#output
    this.#output = []
    return output
  }

  /** H1: key and garbage. */
  sendKey(ellswift: EllswiftPubkey): void {
    this.#push('key', ellswift.slice())
    this.#trace?.key('sent', ellswift)
    if (this.#garbage.length > 0) this.#push('garbage', this.#garbage.slice())
    this.#trace?.garbage('sent', this.#garbage)
  }

  /** H4: terminator, decoys, version packet. */
  sendVersion(
    terminator: Uint8Array,
    cipher: DirectionCipher,
    decoys: readonly Uint8Array[],
  ): void {
    this.#cipher = cipher
    this.#push('terminator', terminator.slice())
    this.#trace?.terminatorSent(terminator)
    for (const decoy of decoys) this.sendPacket('decoy', decoy)
    this.sendPacket('version', EMPTY)
  }

  /** @throws {LocalProtocolError} `CONTENTS_TOO_LONG`, `KEYS_NOT_DERIVED`. */
  sendPacket(kind: PacketKind, contents: Uint8Array): void {
    const cipher = this.#cipher
    if (cipher === undefined) {
      throw new LocalProtocolError(
        'KEYS_NOT_DERIVED',
        "nothing can be encrypted before the peer's 64-byte key has come; wait for it, or for 'established'",
      )
    }
    const aad = this.#garbage
    const number = cipher.packetNumber
    const header = kind === 'decoy' ? IGNORE_BIT : 0
    const wire = cipher.encrypt(contents, { ignore: kind === 'decoy', aad })
    this.#garbage = EMPTY
    this.#push('packet', wire)
    countPacket(this.stats, kind, wire.length, cipher)
    this.#trace?.packet('sent', { number, kind, header, contents, aad, wire: wire.slice() })
  }

  wipe(): void {
    this.#cipher?.wipe()
  }

  #push(kind: OutputChunk['kind'], bytes: Uint8Array): void {
    this.#output.push({ kind, bytes })
    this.stats.bytes += bytes.length
  }
}
