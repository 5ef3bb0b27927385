/** The file of a recording, declared once: reading, writing and the published schema come from it. */

import * as z from 'zod'
import type { Recording } from '../recording.js'
import { magic } from './derivation-format.js'
import { eventFormat, phase, transport } from './event-format.js'
import type { EventInFile } from './repeats.js'
import { count, milliseconds, orNull, role, text } from './values.js'

export const FORMAT = 'v2scope recording'
export const VERSION = 1

const MOST_SEED = 64
const MOST_GARBAGE = 4095
const sessionId = (what: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(`${what}: 64 hex digits.`)

const settings = z
  .strictObject({
    peer: text(
      '`simulated`, `inbound` (a node that dialled us), or the name of a target of the bridge.',
    ),
    seed: z.exactOptional(
      z
        .string()
        .min(1)
        .max(MOST_SEED)
        .describe('What a simulated session comes from: it gives away every key.'),
    ),
    network: z.enum(['mainnet', 'testnet3', 'testnet4', 'signet', 'regtest', 'custom']),
    magic,
    garbage: orNull(z.int().min(0).max(MOST_GARBAGE), 'Bytes to send; null: random, or not told.'),
    decoys: count('Decoys before our version packet; 0 at the level `wire`.'),
    timeout: z.exactOptional(z.number().min(0).describe('Of the handshake, in seconds.')),
    role,
    transport: z.enum(['v2', 'v1']),
  })
  .describe('How the session was set up.')

const directionStats = z.strictObject({
  bytes: count('On the wire.'),
  packets: count('Decoys too.'),
  messages: count('Packets with a message.'),
  decoys: count('Packets without one.'),
  decoyBytes: count('On the wire.'),
  rekeys: count('How often the keys have changed.'),
  packetsUntilRekey: count('Packets that the present keys still serve.'),
})

const failure = z.strictObject({
  code: text('Such as `AUTHENTICATION_FAILED`.'),
  row: text('Of the protocol; may be empty.'),
  message: text('What is wrong, in words.'),
  offset: z.exactOptional(count('In the received stream, in bytes.')),
  v1MayWork: z.boolean(),
  afterSeq: z.int().min(-1).describe('The event after which it happened; -1: before the first.'),
})

const standing = z
  .strictObject({
    state: z.enum(['connecting', 'handshake', 'established', 'ready', 'failed', 'closed']),
    phase,
    transport,
    sessionId: z.exactOptional(sessionId('As getpeerinfo prints it')),
    stats: z.exactOptional(z.strictObject({ sent: directionStats, received: directionStats })),
    waiting: z.exactOptional(
      z
        .strictObject({
          what: z.enum(['key', 'garbage', 'packet']),
          bytes: count('That have come.'),
          of: count('At the most.'),
        })
        .describe("What has begun to come in and isn't whole."),
    ),
    latencyMs: z.exactOptional(milliseconds('Of the last ping, in ms.')),
    peerVersion: z.exactOptional(
      z.strictObject({
        userAgent: text('As the peer says it.'),
        version: z.int(),
        services: z.array(z.string()),
        startHeight: z.int(),
      }),
    ),
    failure: z.exactOptional(failure),
    closedBy: z.exactOptional(z.enum(['us', 'peer'])),
    local: z.exactOptional(text("The bridge's address, HOST:PORT.")),
    remote: z.exactOptional(text("The peer's address, HOST:PORT.")),
    droppedBytes: count('Bytes on the wire whose events had to be dropped to bound memory.'),
    peerReportedSessionId: z.exactOptional(sessionId('What the peer said that it is')),
  })
  .describe('How the session stood when it was kept.')

/** A recording and what its file says of itself. */
export interface RecordingFile extends Omit<Recording, 'events'> {
  readonly events: readonly EventInFile[]
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
}

const recordingShape = {
  format: z.literal(FORMAT),
  version: z.literal(VERSION).describe('Raised whenever an older program would be wrong.'),
  level: z
    .enum(['wire', 'decrypted', 'secrets'])
    .describe('What is in it: what anybody on the path sees; contents too; keys too.'),
  application: text('Name and version of what made it.'),
  origin: z.enum(['live', 'simulated']),
  startedAt: z.exactOptional(z.iso.datetime().describe('When a live session began, in UTC.')),
  time: milliseconds('When it was kept, in ms from the start of the session.'),
  settings,
  standing,
  view: z.exactOptional(
    z
      .strictObject({
        selected: z.exactOptional(count('`seq` of the event that was selected.')),
        field: z.exactOptional(text('Id of the field that was chosen in it.')),
      })
      .describe('What was being looked at.'),
  ),
}

/** An event; on a line of its own in the file. */
export const eventInFile: z.ZodType<EventInFile> = eventFormat

/** All of it. */
export const recordingInFile: z.ZodType<RecordingFile> = z.strictObject({
  ...recordingShape,
  events: z.array(eventFormat),
})
