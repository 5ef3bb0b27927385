/** How far one direction has come: what of it can't be interfered with any more. */

import { assertNever } from '@v2scope/bip324'
import type { StreamPart } from './fault-standing.js'
import { endsPacket, packetsFor, type Span } from './span.js'
import type { Place } from './wire-fault.js'

const PARTS: readonly StreamPart[] = ['length field', 'header', 'contents', 'tag']

export class Passage {
  #bytes = 0
  #packets = 0
  /** Of the packet that has begun last. */
  #packet = -1
  #part = -1
  readonly #begun = new Set<StreamPart>()

  get bytes(): number {
    return this.#bytes
  }

  /** Whole ones. */
  get packets(): number {
    return this.#packets
  }

  note(span: Span): void {
    this.#bytes = span.at + span.bytes.length
    this.#begun.add(span.part)
    if (endsPacket(span)) this.#packets += 1
    if (span.packet === undefined) return
    this.#packet = span.packet
    this.#part = PARTS.indexOf(span.part)
  }

  /** Whether it is too late for what is to happen there. */
  isPast(place: Place): boolean {
    switch (place.at) {
      case 'byte':
        return place.offset < this.#bytes
      case 'key':
      case 'garbage':
      case 'terminator':
        return this.#begun.has(place.at) || this.#packet >= 0
      case 'packet':
        if (place.number !== this.#packet) return place.number < this.#packet
        return !place.part || PARTS.indexOf(place.part) <= this.#part
      case 'next packet':
        return false
      default:
        return assertNever(place)
    }
  }

  /** How many packets more it takes, at the most, until it happens; 0: those of the handshake bring it. */
  packetsUntil(place: Place): number {
    switch (place.at) {
      case 'byte':
        return packetsFor(place.offset - this.#bytes + 1)
      case 'packet':
        return place.number - this.#packet
      case 'next packet':
        return 1
      default:
        return 0
    }
  }
}
