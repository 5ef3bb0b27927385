/** Words of the page in English: the glossary, terms of who connects to whom. */

import type { Glossary } from '../../glossary.js'

export const connection: Glossary<'connection'> = {
  peer: {
    term: 'peer',
    definition: 'The other side of a connection. To each side the other one is the peer.',
  },
  node: {
    term: 'node',
    definition:
      'A program that takes part in the Bitcoin network: it keeps connections to peers, checks what they send and passes it on.',
  },
  initiator: {
    term: 'initiator',
    definition: 'The side that opens the connection and sends its key first.',
  },
  responder: {
    term: 'responder',
    definition:
      'The side that was connected to. It says nothing until it can tell whether the other side speaks v1 or v2.',
  },
  v1: {
    term: 'v1',
    definition:
      'The transport that Bitcoin has had since 2009: each message in the clear, behind a header of 24 bytes.',
  },
  v2: {
    term: 'v2',
    definition:
      'The encrypted transport of BIP324. Without the keys its bytes cannot be told from random ones.',
  },
  magic: {
    term: 'magic',
    definition:
      'Four bytes that name a network, such as mainnet or regtest. v1 sends them with each message; v2 never sends them, but they are part of how its keys are made.',
  },
  service_bits: {
    term: 'service bits',
    definition:
      'A number in version and in addresses that says what a node offers, one bit for each service. Bit 11, P2P_V2, says that it speaks v2.',
  },
  bridge: {
    term: 'bridge',
    definition:
      'The small server that this page is loaded from. A browser cannot open a TCP connection, so the bridge relays its bytes to the node; it holds no key.',
  },
  relay: {
    term: 'relay',
    definition:
      'One connection through the bridge: a WebSocket to the page on one side, TCP to the node on the other. What comes in on one goes out on the other, unread.',
  },
  demo_node: {
    term: 'demo node',
    definition:
      'A peer that comes with the bridge and answers as a node would, with a small chain of its own.',
  },
  bitcoind: {
    term: 'bitcoind',
    definition: 'The program of Bitcoin Core that runs as a node without a window.',
  },
  getpeerinfo: {
    term: 'getpeerinfo',
    definition:
      "A command of bitcoin-cli that lists a node's connections. With v2 it tells the session id of each, to be compared with the one here.",
  },
  eavesdropper: {
    term: 'eavesdropper',
    definition:
      'Somebody on the path who records all bytes but changes none. Of v2 they see sizes and times, and nothing else.',
  },
  man_in_the_middle: {
    term: 'man in the middle',
    definition:
      'Somebody on the path who poses to each side as the other. BIP324 does not prevent it, as peers are strangers; different session ids at the two ends give it away.',
  },
}
