/** Files that are made of a session: its recording, and its packets. */

import { RECORDING_LEVELS, type Recording, type RecordingLevel } from '@v2scope/recording'
import {
  encodeRecording,
  keepLevel,
  type PacketRow,
  packetsToCsv,
  packetsToJson,
  sha256Hex,
} from '@v2scope/recording/file'
import type { FromWorker, ToWorker } from './contract.js'
import { ItemList } from './item-list.js'
import type { PackedItems } from './packed-items.js'
import { toPacketRow } from './packet-row.js'
import type { Session } from './session.js'

type Save = Extract<ToWorker, { type: 'save' }>
type Export = Extract<ToWorker, { type: 'export' }>

export function saveSession(session: Session, asked: Save): FromWorker {
  const { level, view, reported } = asked
  const whole = session.recording(view, reported)
  if (RECORDING_LEVELS.indexOf(level) > RECORDING_LEVELS.indexOf(whole.level)) {
    return {
      type: 'not_made',
      session: asked.session,
      code: 'LEFT_OUT',
      message: `${HOLDS[whole.level]} What was left out of it can’t be put back.`,
      holds: whole.level,
    }
  }
  const recording = level === whole.level ? whole : keepLevel(whole, level)
  const text = encodeRecording(recording)
  return {
    type: 'saved',
    session: asked.session,
    file: new Blob([text], { type: 'application/json' }),
    name: recordingName(recording),
    sha256: sha256Hex(text),
    untilSeq: whole.events.at(-1)?.seq ?? -1,
  }
}

export function exportPackets(session: Session, asked: Export): FromWorker {
  const { format, items } = asked
  const rows = packetRows(session, items)
  const [parts, type] =
    format === 'csv' ? [packetsToCsv(rows), 'text/csv'] : [packetsToJson(rows), 'application/json']
  return {
    type: 'exported',
    session: asked.session,
    // a piece of the file is out of this memory before the next one is made
    file: new Blob(
      Array.from(parts, (part) => new Blob([part])),
      { type },
    ),
    name: `v2scope-${safe(session.settings.peer)}-packets.${format}`,
  }
}

/** A row at a time: a file of a million packets is never in memory as objects. */
function* packetRows(session: Session, packed: readonly PackedItems[]): Iterable<PacketRow> {
  for (const item of ItemList.empty().with(packed)) {
    yield toPacketRow({ item, event: session.event(item.seq) })
  }
}

const HOLDS: Readonly<Record<RecordingLevel, string>> = {
  wire: 'This recording holds the wire alone.',
  decrypted: 'This recording holds the wire and what was decrypted, and no secrets.',
  secrets: 'This recording holds everything.',
}

/** `v2scope-demo-2026-11-24T15-02-11Z-decrypted.v2scope.json` */
function recordingName({ origin, settings, startedAt, level }: Recording): string {
  const { peer, seed } = settings
  const whose = origin === 'simulated' ? ['simulated', seed ?? ''] : [peer, instant(startedAt)]
  return `${['v2scope', ...whose.map(safe), level].filter((part) => part !== '').join('-')}.v2scope.json`
}

/** To the second, without what Windows does not allow in the name of a file. */
const instant = (iso = ''): string => iso.replace(/\.\d+/, '').replaceAll(':', '-')

/** Text of anybody's, as a part of a file's name. */
const safe = (text: string): string => text.replace(/[^A-Za-z0-9_-]+/g, '_')
