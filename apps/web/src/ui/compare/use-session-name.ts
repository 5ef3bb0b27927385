/** What a session is called where two are to be told apart. */

import { INBOUND } from '@v2scope/recording'
import type { SessionView } from '../../session/session-view.js'
import { DEMO } from '../../session/targets.js'
import { useWords, type Words } from '../../words/words.js'
import { nameOf } from '../parts/format.js'
import { recordedWords } from '../recording/recording-words.js'

/** `session with bitcoind, recorded 2026-11-24 15:02 UTC`, `simulated, seed one` */
export function useSessionName(): (view: SessionView) => string {
  const { compare, recording: words } = useWords()
  return ({ recording, settings }) => {
    if (!recording) return liveName(settings, compare.sessions)
    const { what, when } = recordedWords(recording, settings.peer, words.line)
    return compare.sessions.recorded(what, when)
  }
}

function liveName(
  { peer, seed }: SessionView['settings'],
  words: Words['compare']['sessions'],
): string {
  if (seed !== undefined) return words.simulated(nameOf(seed))
  if (peer === INBOUND) return words.inbound
  return peer === DEMO ? words.demo : words.live(nameOf(peer))
}
