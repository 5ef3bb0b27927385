/** All there is to know of one item: its event, and its message decoded, in portions. */

import { decodeMessage, type FieldSpan, MessageError } from '@v2scope/messages'
import type { SessionSettings, TimedEvent } from '@v2scope/recording'
import { type FieldPart, type ItemDetail, type LeafSpan, PARTS_AT_ONCE } from './detail.js'
import type { EventLog } from './event-log.js'
import { messageOf } from './message-of.js'

// fetched together: neither is needed before a session has begun
export { PacketLog } from './packet-log.js'

type Decoded = { readonly fields: readonly FieldSpan[]; readonly summary: string } | MessageError

export class ItemDetails {
  readonly #log: Pick<EventLog, 'get'>
  readonly #network: ReturnType<typeof addressNetwork>
  /** The last one asked for: more of its parts may be asked for next. */
  #last: { readonly event: TimedEvent; readonly decoded: Decoded | undefined } | undefined

  constructor(log: Pick<EventLog, 'get'>, settings: Pick<SessionSettings, 'network'>) {
    this.#log = log
    this.#network = addressNetwork(settings)
  }

  /** Undefined where its bytes had to be dropped. */
  detail(seq: number): ItemDetail | undefined {
    const event = this.#log.get(seq)
    return event && this.of(event)
  }

  /** Of an event that need not be in the log. */
  of(event: TimedEvent): ItemDetail {
    const decoded = this.#decode(event)
    if (!decoded) return { event }
    if (decoded instanceof MessageError) {
      const { code, field, offset } = decoded
      return { event, decoded: { error: code, field, offset } }
    }
    const { fields, summary } = decoded
    const first = fields.slice(0, PARTS_AT_ONCE).map(toFieldPart)
    const isWhole = fields.length <= PARTS_AT_ONCE
    const fieldCount = isWhole ? {} : { fieldCount: fields.length }
    return { event, decoded: { fields: first, ...fieldCount, summary } }
  }

  /**
   * At most `PARTS_AT_ONCE` parts of a field, or fields of the message; none where there is no such field.
   * @param path from the message's fields down: index in each list; empty: of the message itself
   * @param from index of the first
   */
  parts(seq: number, path: readonly number[], from: number): readonly FieldPart[] {
    const event = this.#log.get(seq)
    const decoded = event && this.#decode(event)
    if (!decoded || decoded instanceof MessageError) return []
    let spans: readonly FieldSpan[] = decoded.fields
    for (const index of path) spans = spans[index]?.children ?? []
    return spans.slice(from, from + PARTS_AT_ONCE).map(toFieldPart)
  }

  /** The leaves that have bytes in [start, end) of the payload, in order. */
  leaves(seq: number, start: number, end: number): readonly LeafSpan[] {
    const event = this.#log.get(seq)
    const decoded = event && this.#decode(event)
    if (!decoded || decoded instanceof MessageError) return []
    const found: LeafSpan[] = []
    collectLeaves(decoded.fields, [], { start, end }, found)
    return found
  }

  #decode(event: TimedEvent): Decoded | undefined {
    if (this.#last?.event !== event) {
      this.#last = { event, decoded: decode(event, this.#network) }
    }
    return this.#last.decoded
  }
}

/** The network whose addresses are shown: custom ones are mostly made as regtest is. */
const addressNetwork = ({ network }: Pick<SessionSettings, 'network'>) =>
  network === 'custom' ? 'regtest' : network

function decode(
  event: TimedEvent,
  network: ReturnType<typeof addressNetwork>,
): Decoded | undefined {
  const message = messageOf(event)
  if (!message) return undefined
  try {
    return decodeMessage(message.messageType, message.payload, { network })
  } catch (error) {
    if (error instanceof MessageError) return error
    throw error
  }
}

function toFieldPart({ children, ...field }: FieldSpan): FieldPart {
  if (!children) return field
  const first = children.slice(0, PARTS_AT_ONCE).map(toFieldPart)
  const isWhole = children.length <= PARTS_AT_ONCE
  return { ...field, children: first, ...(!isWhole && { partCount: children.length }) }
}

function collectLeaves(
  spans: readonly FieldSpan[],
  path: readonly number[],
  { start, end }: Pick<FieldSpan, 'start' | 'end'>,
  found: LeafSpan[],
): void {
  for (let i = firstEndingAfter(spans, start); i < spans.length; i++) {
    const span = spans[i]
    if (!span || span.start >= end) break
    if (span.children?.length) collectLeaves(span.children, [...path, i], { start, end }, found)
    else found.push({ path: [...path, i], name: span.name, start: span.start, end: span.end })
  }
}

/** Spans are in order, so the index is found by halving. */
function firstEndingAfter(spans: readonly FieldSpan[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
