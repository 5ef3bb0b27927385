/** What the file holds once: a message has the contents of its packet, the event before it. */

import type { MessageEvent, MessageRejected } from '@v2scope/bip324'
import type { TimedEvent } from '../timed-event.js'
import { sameBytes } from './same-bytes.js'

type OfMessage = MessageEvent | MessageRejected
type Told<Event> = Event extends OfMessage
  ? Omit<Event, 'bytes'> & { readonly bytes: Uint8Array | undefined }
  : Event

/** An event as the file tells it: of a message without bytes, they are the contents of its packet. */
export type EventInFile = Told<TimedEvent>

/** @param previous the event before it */
export function tellOnce(event: TimedEvent, previous: TimedEvent | undefined): EventInFile {
  if (event.type !== 'message' && event.type !== 'message_rejected') return event
  const contents = contentsFor(event, previous)
  const isRepeated = contents !== undefined && sameBytes(contents, event.bytes)
  return { ...event, bytes: isRepeated ? undefined : event.bytes }
}

/** @param previous the event before it @returns undefined where that isn't the packet of a message */
export function tellWhole(
  event: EventInFile,
  previous: TimedEvent | undefined,
): TimedEvent | undefined {
  if (event.type !== 'message' && event.type !== 'message_rejected') return event
  const bytes = event.bytes ?? contentsFor(event, previous)
  return bytes && { ...event, bytes }
}

function contentsFor(
  { direction, packet }: Pick<OfMessage, 'direction' | 'packet'>,
  previous: TimedEvent | undefined,
): Uint8Array | undefined {
  if (previous?.type !== 'packet_sent' && previous?.type !== 'packet_received') return undefined
  const isIts = previous.direction === direction && previous.number === packet
  return isIts ? previous.contents : undefined
}
