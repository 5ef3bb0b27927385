/** Where key, garbage, terminator and each packet begin and end in what goes over the wire. */

import {
  HEADER_LEN,
  LENGTH_FIELD_LEN,
  PACKET_OVERHEAD,
  TAG_LEN,
  V1_HEADER_LEN,
} from '@v2scope/bip324'
import type { TimedEvent } from '@v2scope/recording'
import type { StreamPart } from './fault-standing.js'
import { PartReader } from './part-reader.js'
import type { Span } from './span.js'

/**
 * Follows one direction. Take each span on before the next is asked for: what follows our peer's
 * key can only be told apart when that key has reached us.
 */
export interface StreamFollower {
  /** Whether nothing more can be told apart before our keys stand: what comes meanwhile is kept. */
  readonly needsKeys: boolean
  /** Our keys won't stand: what was kept, and what comes, can't be told apart. */
  giveUp(): void
  /** Each event of ours, as it is told. */
  onEvent(event: TimedEvent): void
  /** What these bytes are, which go on from those before. */
  take(bytes: Uint8Array): Iterable<Span>
  /** The stream has ended: what had been kept to see what it is. */
  flush(): Iterable<Span>
}

export interface NextPart {
  readonly part: StreamPart
  readonly length: number
  readonly packet?: number
}

/** Of what we send: each event is told before its bytes go out, so that its parts are known. */
export class SentFollower implements StreamFollower {
  readonly needsKeys = false
  readonly #reader = new PartReader()
  readonly #next: NextPart[] = []

  onEvent(event: TimedEvent): void {
    if (event.direction === 'sent') this.#next.push(...partsOf(event))
  }

  *take(bytes: Uint8Array): Iterable<Span> {
    let rest = bytes
    for (;;) {
      if (this.#reader.isBetween) {
        const next = this.#next.shift()
        if (!next && rest.length === 0) return
        this.#reader.begin(next?.part ?? 'unknown', next?.length ?? rest.length, next?.packet)
      }
      const span = this.#reader.take(rest)
      if (!span) return
      rest = rest.subarray(span.bytes.length)
      yield span
    }
  }

  giveUp(): void {}

  flush(): Iterable<Span> {
    return []
  }
}

function partsOf(event: TimedEvent): readonly NextPart[] {
  const { length } = event.bytes
  switch (event.type) {
    case 'key_sent':
      return [{ part: 'key', length }]
    case 'garbage_sent':
      return [{ part: 'garbage', length }]
    case 'terminator_sent':
      return [{ part: 'terminator', length }]
    case 'packet_sent':
      return packetParts(event.number, length - PACKET_OVERHEAD)
    case 'v1_message':
      return [
        { part: 'v1 header', length: V1_HEADER_LEN, packet: event.number },
        { part: 'v1 payload', length: length - V1_HEADER_LEN, packet: event.number },
      ]
    default:
      return []
  }
}

/** @param contents in bytes */
function packetParts(packet: number, contents: number): readonly NextPart[] {
  return [
    { part: 'length field', length: LENGTH_FIELD_LEN, packet },
    { part: 'header', length: HEADER_LEN, packet },
    { part: 'contents', length: Math.max(0, contents), packet },
    { part: 'tag', length: TAG_LEN, packet },
  ]
}
