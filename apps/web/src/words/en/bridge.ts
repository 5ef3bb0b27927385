/** Words of the page in English: what a bridge allows, our ticket, and what answers behind it. */

import { count, duration, size } from '../../ui/parts/format.js'
import type { BridgeWords } from '../bridge.js'

const MAYBE = 'perhaps a node of another network, or one that is full'

export const bridge: BridgeWords = {
  limits: {
    button: 'What the bridge allows',
    title: 'This bridge allows',
    yours: 'connections of yours',
    yoursWhy: 'all who come from one address count as one, such as everybody behind one router',
    connections: 'connections of everybody',
    upgrades: 'new ones a minute',
    bytesPerSecond: 'bytes a second',
    bytesInAll: 'bytes of one connection',
    firstByte: 'your first byte within',
    idle: 'silence, at most',
    lifetime: 'life of a connection',
    addresses: 'addresses',
    namedOnly: 'of the list of peers only',
    publicOn: (ports) => `public ones, on port ${ports}`,
    unbounded: 'no bound',
    bytes: size,
    of: (open, most) => `${count(open)} of ${count(most)} in use`,
    left: (left, most) => `${count(left)} of ${count(most)} left`,
    bytesLeft: (left, most) => `${size(left)} of ${size(most)} left`,
    duration,
  },
  ticket: {
    title: 'Your ticket',
    button: 'A ticket is wanted',
    wanted:
      'This bridge wants a ticket, and there is none in this tab. Ask whoever runs it for a link with one.',
    notAsked: 'This bridge wants no ticket; yours is not looked at.',
    expired: 'Expired: ask whoever runs the bridge for a new one.',
    forged: 'Not signed by this bridge: ask whoever runs it for one that is.',
    malformed: 'Not whole: take all of it.',
    refused: 'The bridge does not take it, and says:',
    usedUp: 'Used up: ask whoever runs the bridge for a new one.',
    for: 'for',
    everything: 'every peer',
    public: 'addresses',
    listen: 'being dialled by a node',
    connections: 'connections',
    bytes: 'bytes',
    until: 'until',
    forget: 'Forget it',
    forgetWhy: 'this tab has no ticket any more; a session that is open goes on',
    paste: 'paste a ticket',
    use: 'Use it',
    bad: 'This is no ticket, or not the whole of one: three parts with dots between.',
  },
  probe: {
    button: 'What answers there?',
    why: 'asks over a v1 connection of its own, which is not encrypted',
    asking: 'Asking, for 10 s at most…',
    again: 'Ask again',
    inTheClear:
      'Asked over a v1 connection of its own, which is not encrypted: anybody on the way can read it. It ends with the answer.',
    node: 'A Bitcoin node of this network.',
    protocol: 'protocol',
    height: 'height',
    services: 'services',
    none: 'none',
    v2: 'It offers v2: NODE_P2P_V2, service bit 11.',
    v1Only:
      'It speaks v1 only: NODE_P2P_V2, service bit 11, is not set. A v2 session with it would fail; its setting is v2transport=1.',
    otherNetwork: (network) => `A Bitcoin node of another network: ${network}.`,
    noVersion:
      'It begins as a node of this network does, but not with a version message that can be read.',
    somethingElse: 'No Bitcoin node: something else answers.',
    protocols: {
      SSH: 'No Bitcoin node: an SSH server answers.',
      HTTP: 'No Bitcoin node: a web server answers.',
      TLS: 'No Bitcoin node: a TLS server answers.',
    },
    begins: 'It begins with',
    hungUp: {
      closed: `It closed the connection without a word (FIN): ${MAYBE}.`,
      reset: `It reset the connection without a word (RST): ${MAYBE}.`,
    },
    silent:
      'It took the connection, and said nothing for 10 s. A Bitcoin node would have answered.',
    noAnswer: 'No answer: within 10 s the bridge has got no connection to it.',
  },
  live: {
    bytes: (left) => `${size(left)} left`,
    lifetime: (ms) => `ends in ${duration(ms)}`,
    firstByte: (seconds) =>
      `the bridge hangs up in ${count(seconds)} s, without a first byte of yours`,
    why: 'what the bridge leaves to this connection',
    held: (seconds) =>
      `This bridge hangs up if your first byte does not come within ${count(seconds)} s: with Hold on from the start, let your key go by then.`,
  },
}
