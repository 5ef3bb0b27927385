/** Words of the page in English: the glossary, terms of the page and its sessions. */

import type { Glossary } from '../../glossary.js'

export const session: Glossary<'session'> = {
  live: {
    term: 'live session',
    definition: 'A session with a real peer over the bridge.',
  },
  simulated: {
    term: 'simulated',
    definition:
      'A session whose two sides both run in this page, with no network. Its seed decides every byte of it.',
  },
  seed: {
    term: 'seed',
    definition:
      'A text from which a simulated session draws all its random bytes: the same seed gives the same session again.',
  },
  recording: {
    term: 'recording',
    definition:
      'A session kept in a file. It can be opened here and looked at as if it happened now.',
  },
  cursor: {
    term: 'cursor',
    definition:
      'The place in a session up to which it is shown. Moving it changes nothing in the session itself.',
  },
  step: {
    term: 'step',
    definition: 'To move the cursor on, or back, by one thing that happened.',
  },
  hold: {
    term: 'hold',
    definition:
      'To stop a live session before its next bytes go out. They are shown, and sent one at a time when they are let go.',
  },
  secrets: {
    term: 'secrets',
    definition:
      'Private keys, shared secrets and all that is derived of them but the session id. The page shows them only when asked to.',
  },
}
