/** Words of the page in English: the cursor over a session, and what each of its steps is. */

import { bytes, count } from '../../ui/parts/format.js'

type Way = 'sent' | 'received'

const WHOSE: Readonly<Record<Way, string>> = { sent: 'your', received: 'the peer’s' }

export const stepping = {
  label: 'step through the session',
  toStart: 'To the start: before the first step',
  back: 'Back one step (←)',
  run: 'Run',
  runWhy:
    'goes on by itself (space), at the times as they were × the speed; at speed 1, 0.15 to 1 s a step',
  pause: 'Pause',
  pauseWhy: 'stays at this step, whatever happens (space)',
  step: 'One step on (→)',
  toEnd: 'To the end, and follows what happens',
  speed: 'Speed',
  times: (speed: number) => `${speed}×`,
  scrubber: 'step of the session',
  position: (n: number, all: number) => `step ${count(n)} of ${count(all)}`,
  valueText: (n: number, all: number, what: string) => `step ${count(n)} of ${count(all)}: ${what}`,
  nothingYet: 'nothing has happened yet',
  atStart: 'before the first step',
  following: 'following',
  steps: {
    key: (way: Way, n: number) => `${WHOSE[way]} key ${way}, ${bytes(n)}`,
    garbage: (way: Way, n: number) => `${WHOSE[way]} garbage ${way}, ${bytes(n)}`,
    terminatorSent: 'your garbage terminator sent',
    terminatorFound: (offset: number) =>
      `garbage terminator received: found at offset ${count(offset)}`,
    decoy: (way: Way, n: number) => `a decoy ${way}, ${bytes(n)}`,
    versionPacket: (way: Way): string =>
      way === 'sent'
        ? 'your version packet sent'
        : 'the peer’s version packet received: it authenticates, the transport is v2',
    message: (way: Way, type: string, n: number) => `${type} ${way}, ${bytes(n)}`,
    rejected: (n: number) => `a message rejected, ${bytes(n)}; the connection stays`,
    notUnderstood: (n: number) => `${bytes(n)} received that could not be understood`,
    unread: (way: Way, n: number) => `${bytes(n)} ${way}, which only the two ends can read`,
    ecdh: 'ECDH: your private key and the peer’s key give the shared secret',
    keys: 'keys derived: 4 keys, 2 garbage terminators and the session id, by HKDF',
    rekey: (of: Way, of2: 'lengths' | 'packets', epoch: number) =>
      `new key for ${WHOSE[of]} ${of2}: epoch ${count(epoch)}`,
  },
}
