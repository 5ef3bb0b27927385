/** What a recording is, and what each level of it holds, in words. */

import { INBOUND, SIMULATED } from '@v2scope/recording'
import type { RecordingFacts } from '../../session/status.js'
import { DEMO } from '../../session/targets.js'
import type { Words } from '../../words/words.js'
import { nameOf } from '../parts/format.js'

type Line = Words['recording']['line']

/** `2026-11-24T15:02:11.000Z` -> `2026-11-24 15:02 UTC` */
function minuteOf(iso: string, { utc }: Line): string {
  const [date = '', time = ''] = iso.split('T')
  return utc(date, time.slice(0, 'hh:mm'.length))
}

/** `Recorded · session with bitcoind`, `2026-11-24 15:02 UTC`, `wire and decrypted` */
export function recordedWords(
  { origin, startedAt, level }: RecordingFacts,
  peer: string,
  line: Line,
): { readonly what: string; readonly when: string | undefined; readonly level: string } {
  return {
    what: whatOf(origin === 'simulated' ? SIMULATED : peer, line),
    when: startedAt === undefined ? undefined : minuteOf(startedAt, line),
    level: line.levels[level],
  }
}

function whatOf(peer: string, { live, demo, inbound, simulated }: Line): string {
  if (peer === SIMULATED) return simulated
  if (peer === INBOUND) return inbound
  return peer === DEMO ? demo : live(nameOf(peer))
}
