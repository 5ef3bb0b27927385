/** Words of the page in English: Hold keeps what we would send from the wire, until the reader lets it go. */

import type { HeldKind } from '../../ui/hold/held-kind.js'
import type { WaitsFor } from '../../ui/hold/waits-for.js'
import { bytes, count } from '../../ui/parts/format.js'

const names: Record<HeldKind, string> = {
  key: 'your key',
  garbage: 'your garbage',
  terminator: 'your garbage terminator',
  decoy: 'a decoy of yours',
  'version packet': 'your version packet',
}

const waits: Record<WaitsFor, string> = {
  connection: 'nothing is held yet: it waits for the connection',
  'peer key':
    'nothing is held yet: the peer’s key comes first, yours or what follows it after that',
  'peer terminator': 'nothing is held: it waits for the peer’s garbage terminator',
  'peer version packet': 'nothing is held: it waits for the peer’s version packet',
  'peer message': 'nothing is held: it waits for a message of the peer to answer',
  you: 'nothing is held: it waits for something to send, from you or in answer to the peer',
}

export const hold = {
  button: 'Hold',
  on: 'Hold is on: nothing of yours goes out until you let it go. Press to let everything go, in order (h)',
  off: 'Hold: keep all that you would send from the wire, and let it go piece by piece (h)',
  recorded: 'A recording can’t be held: all of it has been sent',
  past: 'The last session is over for you: nothing of it can be held',
  start: 'Start held',
  startWhy: 'the next session starts with Hold on: not even your key goes out until you let it go',
  region: 'what Hold keeps from the wire',
  held: 'held:',
  names,
  size: (n: number) => `${count(n)} B`,
  waits,
  spoken: (what: string, n: number) => `held: ${what}, ${bytes(n)}`,
  more: (n: number, total: number) =>
    `${n === 1 ? '1 more waits' : `${count(n)} more wait`} behind it, ${bytes(total)} in all`,
  last: 'nothing else waits behind it',
  release: 'Let it go',
  releaseWhy: 'sends this piece, and holds the next (→)',
  step: 'Let the next piece go (→)',
  open: 'its bytes and fields',
  loading: 'its bytes are on their way',
  bytesOf: (n: number, of: number) => `the first ${count(n)} of ${bytes(of)}`,
  fields: 'its fields',
  left: (seconds: number) =>
    `the node hangs up in ${count(seconds)} s, if it has no verack of yours by then`,
  leftWhy:
    'A node gives 60 s from connecting to verack. The clock is its own: this is an estimate.',
  over: 'the 60 s are over: the node hangs up, unless its -peertimeout gives more',
}
