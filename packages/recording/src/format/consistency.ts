/** What has to be true of a recording besides what its declaration says: values that belong together. */

import { Networks, V1_HEADER_LEN } from '@v2scope/bip324'
import type { Recording, RecordingLevel } from '../recording.js'
import { mapSecrets } from '../redact.js'
import type { TimedEvent } from '../timed-event.js'
import type { JsonPath } from './json-walk.js'
import { sameBytes } from './same-bytes.js'

export interface Inconsistency {
  readonly path: JsonPath
  readonly message: string
}

/** The first that is found; undefined where all is well. */
export function inconsistencyOf(recording: Recording): Inconsistency | undefined {
  return ofSettings(recording) ?? ofStanding(recording) ?? ofEvents(recording)
}

function ofEvents({ events, level }: Recording): Inconsistency | undefined {
  let previous: TimedEvent | undefined
  for (const [i, event] of events.entries()) {
    const found = ofOrder(event, previous) ?? ofLevel(event, level) ?? ofBytes(event)
    if (found) return { ...found, path: ['events', i, ...found.path] }
    previous = event
  }
  return undefined
}

function ofSettings({ settings, level, origin, startedAt }: Recording): Inconsistency | undefined {
  const { network, magic, seed, garbage, decoys } = settings
  const path = (key: string) => ['settings', key]
  if (network !== 'custom' && !sameBytes(magic, Networks[network].magic)) {
    return { path: path('magic'), message: `not the magic of ${network}` }
  }
  if (seed !== undefined && level !== 'secrets') {
    return { path: path('seed'), message: `a seed gives away every key; the level is "${level}"` }
  }
  if (level === 'wire' && (garbage !== undefined || decoys > 0)) {
    const key = decoys > 0 ? 'decoys' : 'garbage'
    return { path: path(key), message: 'nobody on the path sees it; the level is "wire"' }
  }
  if (origin === 'simulated' && startedAt !== undefined) {
    return { path: ['startedAt'], message: 'a simulated session has a clock of its own' }
  }
  return undefined
}

const DECRYPTED = [
  'sessionId',
  'stats',
  'waiting',
  'latencyMs',
  'peerVersion',
  'peerReportedSessionId',
] as const

function ofStanding({ standing, level, view }: Recording): Inconsistency | undefined {
  if (level !== 'wire') return undefined
  const key = DECRYPTED.find((name) => standing[name] !== undefined)
  const message = 'nobody on the path sees it; the level is "wire"'
  if (key) return { path: ['standing', key], message }
  return view && { path: ['view'], message }
}

function ofOrder(event: TimedEvent, previous: TimedEvent | undefined): Inconsistency | undefined {
  if (previous && event.seq <= previous.seq) {
    return { path: ['seq'], message: `not higher than ${previous.seq}, of the event before` }
  }
  if (previous && event.time < previous.time) {
    return { path: ['time'], message: `before ${previous.time}, of the event before` }
  }
  return undefined
}

const ON_THE_PATH: ReadonlySet<TimedEvent['type']> = new Set([
  'key_sent',
  'key_received',
  'v1_message',
  'wire_bytes',
])

function ofLevel(event: TimedEvent, level: RecordingLevel): Inconsistency | undefined {
  const isWire = level === 'wire'
  if (isWire ? !ON_THE_PATH.has(event.type) : event.type === 'wire_bytes') {
    return { path: ['type'], message: `no such event is kept at the level "${level}"` }
  }
  let isWrong = false
  mapSecrets(event, (secret) => {
    if (secret.length > 0 !== (level === 'secrets')) isWrong = true
    return secret
  })
  const message =
    level === 'secrets'
      ? 'a secret is missing, though the level is "secrets"'
      : `it holds a secret, though the level is "${level}"`
  return isWrong ? { path: [], message } : undefined
}

function ofBytes(event: TimedEvent): Inconsistency | undefined {
  let end = 0
  for (const [i, field] of event.fields.entries()) {
    if (field.start !== end || field.end <= field.start) {
      return { path: ['fields', i], message: `does not follow the ${end} bytes before it` }
    }
    end = field.end
  }
  if (end !== event.bytes.length) {
    const message = `the fields are about ${end} bytes, and there are ${event.bytes.length}`
    return { path: ['fields'], message }
  }
  return ofContents(event)
}

function ofContents(event: TimedEvent): Inconsistency | undefined {
  if (event.type === 'v1_message') {
    const isSame = sameBytes(event.payload, event.bytes.subarray(V1_HEADER_LEN))
    return isSame
      ? undefined
      : { path: ['payload'], message: 'not what follows the header in `bytes`' }
  }
  if (event.type !== 'packet_sent' && event.type !== 'packet_received') return undefined
  if (event.contents.length !== event.length) {
    return { path: ['contents'], message: `not ${event.length} bytes, as \`length\` says` }
  }
  return undefined
}
