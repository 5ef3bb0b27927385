/** What a recording is, and what each level of it holds, in words. */

import { type RecordingLevel, SIMULATED } from '@v2scope/recording'
import type { RecordingFacts } from '../../session/contract.js'
import { DEMO } from '../../session/targets.js'
import { nameOf } from '../parts/format.js'

const TEXT = {
  recorded: 'Recorded',
  live: (peer: string) => `session with ${peer}`,
  demo: 'the demo node',
  simulated: 'simulated session',
  utc: (date: string, time: string) => `${date} ${time} UTC`,
}

const LEVEL_NAMES: Readonly<Record<RecordingLevel, string>> = {
  wire: 'the wire alone',
  decrypted: 'wire and decrypted',
  secrets: 'with secrets',
}

/** `2026-11-24T15:02:11.000Z` -> `2026-11-24 15:02 UTC` */
function minuteOf(iso: string): string {
  const [date = '', time = ''] = iso.split('T')
  return TEXT.utc(date, time.slice(0, 'hh:mm'.length))
}

/** `Recorded · session with bitcoind`, `2026-11-24 15:02 UTC`, `wire and decrypted` */
export function recordedWords(
  { origin, startedAt, level }: RecordingFacts,
  peer: string,
): { readonly what: string; readonly when: string | undefined; readonly level: string } {
  const session =
    origin === 'simulated' || peer === SIMULATED
      ? TEXT.simulated
      : TEXT.live(peer === DEMO ? TEXT.demo : nameOf(peer))
  return {
    what: [TEXT.recorded, session].join(' · '),
    when: startedAt === undefined ? undefined : minuteOf(startedAt),
    level: LEVEL_NAMES[level],
  }
}
