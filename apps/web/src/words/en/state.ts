/** Words of the page in English: how the session stands. */

import type { Ending } from '../../session/ending.js'
import type { StepName, Steps } from '../../ui/state/phase-steps.js'

const steps: Record<StepName, string> = {
  connected: 'connected',
  keys: 'keys',
  garbage: 'garbage',
  'version packet': 'version packet',
}

const ends: Record<Steps['end'], string> = {
  'to come': 'encrypted, peer unauthenticated',
  encrypted: 'encrypted, peer unauthenticated',
  'not encrypted': 'not encrypted',
  closed: 'closed',
  failed: 'failed',
}

/** Short, of a session that did not fail. */
const ended: Record<Ending, string> = {
  us: 'closed by you',
  peer: 'closed by the peer',
  closed: 'closed by the peer (FIN)',
  reset: 'reset (RST)',
}

/** For who listens rather than looks. */
const spoken: Record<
  Exclude<Steps['end'], 'to come'> | 'connecting' | 'listening' | 'handshake',
  string
> = {
  connecting: 'connecting',
  listening: 'waiting for a node to dial',
  handshake: 'handshake under way',
  encrypted: 'established: encrypted, peer unauthenticated',
  'not encrypted': 'established: not encrypted',
  failed: 'the session failed',
  closed: 'the session was closed',
}

export const state = {
  label: 'state of the session',
  compare: 'compare',
  phase: 'phase',
  connecting: 'connecting',
  listening: 'waiting for a node',
  steps,
  ends,
  ended,
  spoken,
  spokenEqual: (said: string) => `${said}; the session ids are equal`,
  spokenDifferent: (said: string) => `${said}; the session ids differ: somebody is in the middle`,
  id: {
    label: 'session id',
    later: 'after the version packet',
    never: 'none: there was no version packet',
    v1: 'none: v1 has no keys to derive it from',
    leftOut: 'left out: who has only the wire cannot know it',
  },
  comparing: {
    sameShort: 'same id',
    differentShort: 'another id',
    own: 'Compared with the simulated peer’s own id',
    with: 'Compare with',
    paste: 'paste the peer’s session id',
    label: 'the peer’s session id',
    asking: (who: string) => `asking ${who} for its id…`,
    equal: (who: string) => `${who} reports the same id`,
    different: (who: string) =>
      `${who} reports another id. Somebody is in the middle: both connections are encrypted, but not with each other`,
    unavailable: (who: string) => `${who} does not report its id`,
    simulated: 'the simulated peer',
    demo: 'the demo node',
  },
  peer: {
    transport: 'transport',
    transports: { detecting: 'detecting', v1: 'v1', v2: 'v2' },
    protocol: (version: number) => `protocol ${version}`,
    height: (height: number) => `height ${height}`,
  },
}
