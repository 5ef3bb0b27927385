/** What may be asked of a session, and what it says where that can't be done. */

import {
  encodeContents,
  LocalProtocolError,
  MAX_CONTENTS_LEN,
  RemoteProtocolError,
} from '@v2scope/bip324'
import { MessageError } from '@v2scope/messages'
import { type Peer, PROTOCOL_VERSION } from '@v2scope/peer'
import { GENESIS_HASHES, NO_STOP } from './genesis.js'
import type { RefusalCode } from './session-error-code.js'
import type { SessionSettings } from './session-settings.js'

export interface DecoyScheduleSettings {
  readonly everyMs: number
  /** Bytes of contents. */
  readonly size: number
}

export type SessionCommand =
  | { readonly type: 'ping' }
  | { readonly type: 'ask_headers' }
  | { readonly type: 'send_decoy'; readonly size: number }
  | { readonly type: 'schedule_decoys'; readonly schedule: DecoyScheduleSettings | undefined }
  /** A message as it is given, right or wrong. @param form of its type; v1 has one of its own */
  | {
      readonly type: 'send_message'
      readonly messageType: string
      readonly payload: Uint8Array
      readonly form: 'short' | 'long'
    }
  /** A packet with these contents, whatever they are. */
  | { readonly type: 'send_contents'; readonly contents: Uint8Array }
  /** Holds what we would send from now on; or lets go of everything, and holds no more. */
  | { readonly type: 'hold'; readonly isOn: boolean }
  /** Lets the next of what is held go, or the next so many. */
  | { readonly type: 'release'; readonly count?: number }

/** What a peer itself is asked for. */
type PeerCommand = Exclude<SessionCommand, { readonly type: 'hold' | 'release' }>

/** Scheduled decoys: the least time between two in ms, and the most contents in bytes. */
export const LEAST_DECOY_INTERVAL_MS = 10
export const MOST_SCHEDULED_DECOY = 100_000

/** Asked for what can't be done now, or at all. Nothing has changed. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

/** @throws {CommandRefused} and what `Peer` throws: see `refusalOf`. */
export function runCommand(command: PeerCommand, peer: Peer, settings: SessionSettings): void {
  switch (command.type) {
    case 'ping':
      mustBeReady(peer, 'A ping')
      peer.ping()
      break
    case 'ask_headers':
      mustBeReady(peer, 'Asking for headers')
      peer.send({
        type: 'getheaders',
        version: PROTOCOL_VERSION,
        locator: [GENESIS_HASHES[settings.network]],
        stopHash: NO_STOP,
      })
      break
    case 'send_decoy':
      mustBeSize(command.size, MAX_CONTENTS_LEN, 'A decoy')
      peer.sendDecoy(command.size)
      break
    case 'schedule_decoys':
      mustBeSchedule(command.schedule)
      peer.scheduleDecoys(command.schedule)
      break
    case 'send_message':
      sendMessage(command, peer)
      break
    case 'send_contents':
      mustBeSize(command.contents.length, MAX_CONTENTS_LEN, 'A packet')
      peer.sendContents(command.contents)
      break
  }
}

/** The code and the words of an error that says that nothing has changed; undefined for others. */
export function refusalOf(
  error: unknown,
): { readonly code: RefusalCode; readonly text: string } | undefined {
  if (
    error instanceof CommandRefused ||
    error instanceof LocalProtocolError ||
    error instanceof RemoteProtocolError ||
    error instanceof MessageError
  ) {
    return { code: error.code, text: sentence(error.message) }
  }
  return undefined
}

function sendMessage(
  { messageType, payload, form }: Extract<SessionCommand, { type: 'send_message' }>,
  peer: Peer,
): void {
  if (peer.transport === 'v1') {
    peer.send({ type: 'unknown', messageType, payload })
    return
  }
  const contents = encodeContents(messageType, payload, form === 'long' ? 'long' : undefined)
  mustBeSize(contents.length, MAX_CONTENTS_LEN, 'A packet')
  peer.sendContents(contents)
}

function mustBeReady(peer: Peer, what: string): void {
  if (peer.state === 'ready') return
  const text = `${what} has to wait until version and verack have been exchanged.`
  throw new CommandRefused('NOT_READY', text)
}

function mustBeSize(size: number, most: number, what: string): void {
  if (Number.isInteger(size) && size >= 0 && size <= most) return
  throw new CommandRefused(
    'CONTENTS_TOO_LONG',
    `${what} holds 0 to ${most} bytes of contents, not ${size}.`,
  )
}

function mustBeSchedule(schedule: DecoyScheduleSettings | undefined): void {
  if (!schedule) return
  mustBeSize(schedule.size, MOST_SCHEDULED_DECOY, 'A decoy on a schedule')
  if (schedule.everyMs >= LEAST_DECOY_INTERVAL_MS) return
  throw new CommandRefused(
    'BAD_ARGUMENT',
    `Decoys on a schedule are at least ${LEAST_DECOY_INTERVAL_MS} ms apart, not ${schedule.everyMs}.`,
  )
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(start) ? start : `${start}.`
}
