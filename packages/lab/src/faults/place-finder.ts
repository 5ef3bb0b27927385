/** Where in the stream a place is. */

import { assertNever } from '@v2scope/bip324'
import { beginsPacket, endsPacket, type Span } from './span.js'
import type { Place } from './wire-fault.js'

/** Bytes [from, to) of a span: all of it that is the place, perhaps none, and whether it begins and ends there. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly begins: boolean
  readonly ends: boolean
}

export class PlaceFinder {
  readonly place: Place
  /** Of the packet, once it is known. */
  #number: number | undefined

  constructor(place: Place) {
    this.place = place
    if (place.at === 'packet') this.#number = place.number
  }

  /** Undefined: nothing of this span is the place. */
  find(span: Span): Found | undefined {
    const { place } = this
    switch (place.at) {
      case 'byte': {
        const from = place.offset - span.at
        const isHere = from >= 0 && from < span.bytes.length
        return isHere ? { from, to: from + 1, begins: true, ends: true } : undefined
      }
      case 'key':
      case 'garbage':
      case 'terminator':
        return span.part === place.at ? whole(span, span) : undefined
      case 'next packet':
        if (beginsPacket(span)) this.#number ??= span.packet
        return this.#findPart(span, place.part)
      case 'packet':
        return this.#findPart(span, place.part)
      default:
        return assertNever(place)
    }
  }

  #findPart(span: Span, part: Span['part'] | undefined): Found | undefined {
    if (span.packet === undefined || span.packet !== this.#number) return undefined
    if (part) return span.part === part ? whole(span, span) : undefined
    return whole(span, { begins: beginsPacket(span), ends: endsPacket(span) })
  }
}

const whole = (
  { bytes }: Span,
  { begins, ends }: { readonly begins: boolean; readonly ends: boolean },
): Found => ({ from: 0, to: bytes.length, begins, ends })
