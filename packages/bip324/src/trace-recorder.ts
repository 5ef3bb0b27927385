/** Makes the events of the trace, with fields that tile their bytes. */

import { concatBytes } from './bytes.js'
import { KEY_LEN, type Role } from './constants.js'
import { explainRekey } from './derivations.js'
import type { RemoteProtocolError } from './errors.js'
import type { Phase, TransportKind } from './handshake.js'
import { packetEvents, type TracedPacket } from './packet-events.js'
import type { Rekey } from './rekey.js'
import type { Expansion } from './session-keys.js'
import type { EcdhComputed, FieldName, KeysDerived, TraceEvent, TraceSink } from './trace.js'
import { tile } from './trace-fields.js'

type Without<Event, Keys extends PropertyKey> = Event extends unknown ? Omit<Event, Keys> : never
type Unnumbered = Without<TraceEvent, 'seq' | 'role'>
type Wired = 'sent' | 'received'

const NOTHING = { direction: 'local', bytes: new Uint8Array(0), fields: [] } as const

export class TraceRecorder {
  readonly #role: Role
  readonly #sink: TraceSink
  readonly #rekeys: Record<Wired, Unnumbered[]> = { sent: [], received: [] }
  #seq = 0

  constructor(role: Role, sink: TraceSink) {
    this.#role = role
    this.#sink = sink
  }

  key(way: Wired, ellswift: Uint8Array): void {
    const row = way === 'sent' ? 'K6' : 'K5'
    const fields = tile(['u', row, KEY_LEN], ['t', row, KEY_LEN])
    this.#emit({ type: `key_${way}`, direction: way, bytes: ellswift.slice(), fields })
  }

  garbage(way: Wired, garbage: Uint8Array): void {
    const fields = tile(['garbage', way === 'sent' ? 'H1' : 'H5', garbage.length])
    this.#emit({ type: `garbage_${way}`, direction: way, bytes: garbage.slice(), fields })
  }

  ecdh(values: Without<EcdhComputed, 'type' | 'seq' | 'role' | keyof typeof NOTHING>): void {
    this.#emit({ type: 'ecdh_computed', ...NOTHING, ...values })
  }

  keys(values: Without<KeysDerived, 'type' | 'seq' | 'role' | keyof typeof NOTHING>): void {
    this.#emit({ type: 'keys_derived', ...NOTHING, ...values })
  }

  terminatorSent(terminator: Uint8Array): void {
    const fields = tile(['garbage terminator', 'H4', terminator.length])
    this.#emit({ type: 'terminator_sent', direction: 'sent', bytes: terminator.slice(), fields })
  }

  terminatorFound(terminator: Uint8Array, offset: number): void {
    const fields = tile(['garbage terminator', 'H5', terminator.length])
    const bytes = terminator.slice()
    this.#emit({ type: 'terminator_found', direction: 'received', bytes, fields, offset })
  }

  packet(way: Wired, packet: TracedPacket): void {
    for (const event of packetEvents(this.#role, way, packet)) this.#emit(event)
    for (const rekeyed of this.#rekeys[way].splice(0)) this.#emit(rekeyed)
  }

  /**
   * To be told after the packet that was the last of the old key: lengths change theirs on its first
   * 3 bytes, and packets of the other direction may be told in between.
   */
  rekeyed(of: Wired, cipher: 'FSChaCha20' | 'FSChaCha20Poly1305', key: Expansion, rekey: Rekey) {
    const { oldKey, epoch } = rekey
    const newKey = explainRekey(cipher, rekey)
    this.#rekeys[of].push({ type: 'rekeyed', ...NOTHING, cipher, of, key, epoch, oldKey, newKey })
  }

  stateChanged(phase: Phase, transport: TransportKind): void {
    this.#emit({ type: 'state_changed', ...NOTHING, phase, transport })
  }

  v1Detected(bytes: Uint8Array): void {
    const fields = tile(['v1 bytes', 'H2', bytes.length])
    this.#emit({ type: 'v1_detected', direction: 'received', bytes: bytes.slice(), fields })
  }

  failed(
    error: RemoteProtocolError,
    leftOver: readonly (readonly [FieldName, Uint8Array])[],
  ): void {
    const { code, message, row, offset } = error
    const bytes = concatBytes(...leftOver.map(([, part]) => part))
    const fields = tile(...leftOver.map(([name, part]) => [name, row, part.length] as const))
    const direction = bytes.length > 0 ? 'received' : 'local'
    this.#emit({ type: 'failed', direction, bytes, fields, code, message, row, offset })
  }

  #emit(event: Unnumbered): void {
    this.#sink(Object.assign(event, { seq: this.#seq, role: this.#role }))
    this.#seq += 1
  }
}
