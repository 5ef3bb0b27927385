/** Words of the page in English: the Lab's man in the middle. */

import { count, plural } from '../../ui/parts/format.js'
import type { MalloryWords } from '../mallory.js'

const change: MalloryWords['change'] = {
  title: 'What she changes',
  why: {
    v2: 'She holds the keys of both connections, so what she changes is encrypted and authenticated like the rest.',
    v1: 'v1 has no keys: whoever is on the path changes what they like, and computes the checksum again.',
  },
  legend: 'what Mallory changes',
  kinds: {
    nothing: 'Nothing: she only reads',
    'user agent': 'Your user agent',
    'start height': 'Your start height',
    'fee filter': 'Your fee filter',
  },
  says: {
    nothing: 'Every message arrives as it was sent.',
    'user agent': 'What the node is told that you run.',
    'start height': 'How many blocks the node is told that you have.',
    'fee filter': 'The fee rate below which the node is told to send you no transactions.',
  },
  bad: {
    'user agent': 'Up to 256 characters of ASCII.',
    'start height': 'A whole number from 0 to 2,147,483,647.',
    'fee filter': 'A whole number of satoshi, from 0 to 2,100,000,000,000,000.',
  },
  apply: 'Change it',
  applied: 'In force',
  atStart: 'In force from the start',
  inMessage: 'Changed in',
  nextStart:
    'Your version message has gone already: this takes effect when the session is started again.',
  shows: 'The node then shows it in',
  fields: {
    'user agent': 'user agent',
    'start height': 'start height',
    'fee filter': 'fee rate',
  },
  changes: (changed) =>
    changed === 0
      ? 'Nothing has been changed yet.'
      : `${plural(changed, 'message')} changed or added on the way.`,
}

const compare: MalloryWords['compare'] = {
  title: 'Three ways to compare',
  why: 'By a way that Mallory does not control: the node’s own keyboard, a voice that you know, a code on its screen.',
  methods: { command: 'getpeerinfo', voice: 'By voice', code: 'QR code' },
  yours: 'your session id',
  node: 'the node',
  theirs: (who) => `the session id of ${who}`,
  same: 'They are the same.',
  command: {
    how: 'On the node’s own machine, ask it for its connections, and look at session_id:',
    simulated:
      'The simulated peer and the demo node are asked by the page itself; to ask a bitcoind:',
    paste: 'paste the session_id that it prints',
    label: 'the session id that the node prints',
    found: (digit) =>
      `Found: the ids differ from the ${ordinal(digit)} hex digit on, so this is not one connection but two.`,
  },
  voice: {
    how: 'One of you reads, the other follows on the screen, in groups of four:',
    all: 'All sixteen groups, to the end: who can try many keys can make the first few come out the same.',
    yoursAloud: 'you read',
    theirsAloud: 'the node’s owner reads',
    digits: {
      '0': 'zero',
      '1': 'one',
      '2': 'two',
      '3': 'three',
      '4': 'four',
      '5': 'five',
      '6': 'six',
      '7': 'seven',
      '8': 'eight',
      '9': 'nine',
      a: 'alfa',
      b: 'bravo',
      c: 'charlie',
      d: 'delta',
      e: 'echo',
      f: 'foxtrot',
    },
    found: (group) =>
      `Found: the ${ordinal(group)} group is another one, and the call could end here.`,
    same: 'All sixteen groups are the same.',
  },
  code: {
    how: 'Scan the one with a phone, and compare the text with the other. Each code holds the 64 hex digits beside it.',
    image: (whose) => `QR code of ${whose}`,
    drawing: 'the code is being drawn',
    notDrawn: 'The code could not be drawn; the digits say the same.',
    found: 'Found: two codes that hold two different ids.',
  },
}

const downgrade: MalloryWords['downgrade'] = {
  title: 'How v2 is dropped',
  steps: {
    refusing: 'Mallory hangs up on whatever does not begin as v1.',
    refused: (times) =>
      `Mallory hung up on what did not begin as v1: ${plural(times, 'connection')} so far.`,
    refusedBefore: 'Mallory hung up on your v2 connection.',
    fails: 'Your session fails, and it looks like a node that speaks v1 only.',
    failed: 'Your session failed. To you it looks like a node that speaks v1 only:',
    failedBefore: 'Your session failed, and it looked like a node that speaks v1 only.',
    failsCalled: 'Your session ends, and to the node it looks as if you spoke v1 only.',
    caller:
      'It was the node that called, so it is the node that decides: Bitcoin Core calls again with v1 by itself. This session is over by then; the page offers nothing.',
    offer:
      'The page offers v1, and says that it is not encrypted. It never changes to v1 by itself.',
    core: 'Bitcoin Core connects again with v1 by itself: BIP324 is made against those who only listen.',
    tryV1: 'Try v1, not encrypted',
    passes: 'If you accept, she passes v1 on.',
    passed: 'You accepted, and v1 passes: she, and everybody else on the path, reads all of it.',
  },
  lost: {
    title: 'What is lost with v2',
    what: 'what',
    rows: {
      reader: {
        name: 'who reads it',
        v2: 'the two ends of the connection',
        v1: 'everybody on the path',
      },
      recognised: {
        name: 'what it looks like',
        v2: 'random bytes, from the first one on',
        v1: 'Bitcoin: four magic bytes and a command name before every message',
      },
      lengths: {
        name: 'length of a message',
        v2: 'encrypted; sizes and times of packets can still be seen',
        v1: 'written in front of it',
      },
      change: {
        name: 'a changed byte',
        v2: 'noticed, unless one of the two ends changes it: the tag does not match, and the connection ends',
        v1: 'not noticed: the checksum is a plain hash without a key, and whoever changes the message computes it again',
      },
      id: {
        name: 'session id',
        v2: '32 bytes that both ends can compare',
        v1: 'none: there is nothing to compare, ever',
      },
    },
  },
}

export const mallory: MalloryWords = {
  intro:
    'Mallory sits on the path. She answers you as if she were the node, calls the node as if she were you, and passes on what each of you says. BIP324 encrypts a connection; it does not tell you with whom.',
  mode: {
    legend: 'what Mallory does',
    between: {
      name: 'She relays both ways',
      why: 'Two encrypted connections instead of one, and she has the keys of both.',
    },
    downgrade: {
      name: 'She drops v2',
      why: 'She hangs up on all that is encrypted, and waits for you to do without.',
    },
  },
  parties: {
    label: 'you, Mallory and the node',
    you: 'You',
    youAre: 'this browser',
    mallory: 'Mallory',
    malloryIs: 'on the path, in this page',
    simulated: 'Simulated peer',
    demo: 'Demo node',
    node: 'Node',
    nodeIs: 'whom you wanted to reach',
    towardsYou: 'towards you',
    towardsNode: 'towards the node',
    roles: { initiator: 'initiator', responder: 'responder' },
  },
  leg: {
    none: 'no connection yet',
    detecting: 'handshake under way',
    v2: 'encrypted, peer unauthenticated',
    v1: 'not encrypted',
    failed: 'broken off',
    ended: 'ended',
    between: (one, other) => `connection between ${one} and ${other}:`,
  },
  id: {
    name: 'session id',
    later: 'once the version packets have crossed',
    v1: 'none: v1 has no keys to derive it from',
    notAsked: 'ask the node, below',
    asking: 'asking…',
    unavailable: 'it does not report it',
    reported: 'as it reports it',
    pasted: 'as you pasted it',
  },
  key: {
    name: 'public key',
    later: 'not sent yet',
    why: 'The 64 bytes of ElligatorSwift that this end sent in this connection.',
  },
  read: {
    title: 'What she reads',
    aside: (read, changed) =>
      `${plural(read, 'message')}${changed > 0 ? ` · ${count(changed)} hers, or changed` : ''}`,
    nothing: 'Nothing yet',
    nothingWhy: 'Each message is here, decrypted, while it passes her.',
    columns: ['time', 'direction', 'type', 'bytes', 'what it says'],
    toPeer: 'you → node',
    toUs: 'node → you',
    changed: 'changed',
    hers: 'hers',
    kinds: {
      decoy: { name: 'decoy', why: 'No decoy to her: she sees the ignore bit, and passes it on.' },
      rejected: { name: 'rejected', why: 'No valid message type; she passes it on as it is.' },
    },
    earlier: (n) => `${plural(n, 'earlier message')} not shown.`,
  },
  change,
  verdict: {
    title: 'Would you have noticed?',
    notYet: 'Start a session: it will look like any other.',
    over: 'This session ended before it had an id, so there is nothing to compare. The screen “Session” says why it ended.',
    compareFirst:
      'So far, nothing tells you that she is there. Ask the node for its session id, and paste it here.',
    different:
      'The two session ids differ: you are not connected to the node but to somebody in between, who reads, and can change, everything you say to each other.',
    wouldHave: 'Comparing the ids, by any of these ways, tells you so.',
    equal:
      'The two ids are equal, which would mean that nobody is in between. But Mallory is, so this is not what the node shows: look again.',
    dropped:
      'You see a session that failed. Whether the node speaks v1 only, or somebody on the path wants you to think so, your screen cannot tell.',
    droppedCalled:
      'You see a session that ended before it began. Whether the node hung up, or somebody on the path cut it off, your screen cannot tell.',
    unchecked: 'The node did not report its id: nothing tells you whether somebody is in between.',
    nothingOnScreen:
      'Without comparing, nothing on your screen would have told you: it says “encrypted”, and that is true, all the way to Mallory.',
    v1: 'v1 has no session id: there is nothing that you could compare, and nothing that would show you that she reads and changes your messages.',
  },
  compare,
  downgrade,
  start: { button: 'Start with Mallory', again: 'Start again' },
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** 1 -> `1st` */
function ordinal(n: number): string {
  return `${count(n)}${ENDINGS[ORDINALS.select(n)] ?? 'th'}`
}
