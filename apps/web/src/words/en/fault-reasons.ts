/** Words of the page in English: why each fault ends as it does, and why the protocol is built so. */

import type { Interference, Misbehaviour } from '@v2scope/lab'
import type { FaultReasons, SealedPart } from '../fault-reasons.js'

const OTHER_SECRET =
  'All 64 bytes of both keys go into the shared secret (K1), and every 64 bytes are a valid key (K5): nothing looks wrong, but the two ends now derive different keys, and neither ever sees the terminator that it waits for. It is given up after 4,111 bytes without one (H5), or when the time for the handshake is over (S4). A key that could be told from random bytes would tell a censor, too.'
const VOUCHED =
  'Garbage means nothing, but it is authenticated: it is the additional data of the first packet of its side (H6), which fails now. So the whole stream, from its first byte on, arrives as it was sent or the connection ends.'
const NO_TERMINATOR =
  'Only the two ends can know these 16 bytes, and nothing else ends the garbage. Without them everything that comes is taken for garbage, for up to 4,111 bytes (H5), or until the time for the handshake is over (S4).'
const COUNTED =
  'Both ends count the packets, and nothing in a packet says which one it is: its number makes its nonce (C1), and its length takes the next 3 bytes of a keystream (C2). Out of step, the length comes out as any number up to 16,777,215. In three of four cases that is above 4,000,013 and refused at once (P3); else the receiver waits for bytes that do not come (P4). Nothing is delivered twice, too late or out of order.'
const LENGTH =
  'The length has to be read before the rest has come, so it is encrypted but not authenticated by itself (P4), and the same bit of the number is flipped. Above 4,000,013 it is refused at once (P3). If it is too large, the receiver waits for bytes that do not come; if it is too small, the tag is looked for in the wrong place, and the packet fails (P5). Nothing is ever delivered from it, and what waits is bounded.'
const SEALED =
  'Header and contents are encrypted and authenticated as one: only the two ends can make the tag, and with one bit changed it no longer fits (P5). The connection ends at once, and nothing of the packet is delivered. In v1 there is a checksum, which anybody who changes a message can compute anew.'
const SHIFTED =
  'The stream has no marks that one could find one’s place by again: lengths are encrypted too. From here on every byte is taken for another one, so a length comes out wrong (P3, P4) or a tag does not fit (P5). Nothing is delivered from it.'

const RANDOM_LENGTH =
  'Its first 3 bytes are taken for an encrypted length, which comes out as any number: above 4,000,013 it is refused at once (P3), else the receiver waits for bytes that do not come (P4).'
const MORE_GARBAGE =
  'What is added is garbage, too. If the terminator does not end within 4,111 bytes after the key, the search is given up, or anybody could make a node look on for ever (H5). Else it is found, but the first packet does not vouch for what was added (H6).'
const CUT_IN_HANDSHAKE =
  'In the handshake nothing has been said yet. Whoever is on the way can always end a connection; that is all that they can do.'
const CUT_LATER =
  'Whoever is on the way can always end a connection, and no encryption prevents it. But half a packet is never delivered: without its tag nothing of it counts (P5).'
const LATE = `Further packets have passed, so what comes once more is taken for a packet. ${RANDOM_LENGTH}`

const flip: Record<SealedPart, string> = {
  byte: 'What a byte is depends on where it is: the key comes first, then garbage, terminator and packets. None of them can be changed without an end to the connection: a changed key gives other keys (K1), changed garbage fails with the first packet (H6), a changed packet fails by its tag (P5).',
  key: OTHER_SECRET,
  garbage: VOUCHED,
  terminator: NO_TERMINATOR,
  packet: SEALED,
  'length field': LENGTH,
  sealed: SEALED,
}

/** Where bytes are missing, or are too many. */
const moved: Record<SealedPart, string> = {
  byte: SHIFTED,
  key: OTHER_SECRET,
  garbage: VOUCHED,
  terminator: NO_TERMINATOR,
  packet: COUNTED,
  'length field': SHIFTED,
  sealed: SHIFTED,
}

const wire: Record<Interference['kind'], Record<SealedPart, string> | string> = {
  flip,
  drop: moved,
  reorder: { ...moved, garbage: SHIFTED, terminator: SHIFTED },
  duplicate: {
    ...moved,
    garbage: MORE_GARBAGE,
    key: `What comes after the first 64 bytes is garbage, and so is the second copy. ${VOUCHED}`,
    terminator: `The first copy ends the garbage, and the second is taken for a packet. ${RANDOM_LENGTH}`,
  },
  insert: {
    ...moved,
    garbage: MORE_GARBAGE,
    terminator: `In front of the terminator the bytes are the end of the garbage. ${VOUCHED}`,
    packet: `Who has no keys can make no packet, but what was added is taken for one. ${RANDOM_LENGTH}`,
  },
  truncate: {
    ...moved,
    byte: CUT_LATER,
    key: 'Before 64 bytes have come there is nothing to answer. A peer that ends like this may speak v1 only, so v1 is offered as the next try, with a warning, and never taken by itself (S2).',
    garbage: CUT_IN_HANDSHAKE,
    terminator: CUT_IN_HANDSHAKE,
    packet: CUT_LATER,
    'length field': CUT_LATER,
    sealed: CUT_LATER,
  },
  replay: {
    byte: LATE,
    key: LATE,
    garbage: LATE,
    terminator: LATE,
    packet: COUNTED,
    'length field': SHIFTED,
    sealed: SHIFTED,
  },
  delay:
    'Only the order of the bytes counts. Time enters by patience alone: 60 s for the handshake, 20 minutes of silence later (S4). So whoever holds bytes back changes nothing of what is said; but an observer sees the times, and what they tell is another screen: the Eavesdropper.',
  fragment:
    'TCP is a stream: it may be cut anywhere on its way, so both ends have to put together any pieces, down to single bytes (H8). Where a packet ends is told by its own length, never by the pieces.',
}

const peer: Record<Misbehaviour, string> = {
  'wrong garbage':
    'The garbage that a side sent is the additional data of its first packet (H6). The receiver computes the tag over what has really come, and it does not fit. So not even the bytes before encryption can be exchanged.',
  'no AAD':
    'The receiver always takes what came before the terminator for the additional data of the first packet (H6). A sender that leaves it out makes a tag that does not fit: nobody can skip the check.',
  'wrong terminator': NO_TERMINATOR,
  'garbage of 4096':
    'The terminator has to end within 4,111 bytes after the key: 4,095 of garbage and its own 16 (H5). Without a bound anybody could make a node look on, and keep what has come, for ever.',
  'oversized packet':
    'The length field could say up to 16,777,215 bytes. Nodes refuse more than 4,000,013, which is the largest message, as soon as they have decrypted the length (P3), decoys too: nobody shall make them keep more than that before it has been authenticated.',
  'reserved header bits':
    'Only the highest bit of the header has a meaning: it makes a decoy. The others are ignored on receipt (P2), so that a later version can give them a meaning without a break with today’s nodes.',
  'version packet with contents':
    'Whatever the version packet holds is ignored today (H7). That is the room for later versions: they may put something there, and nodes of today stay connected.',
  'wrong network magic':
    'The magic of the network goes into the keys (K2). Two ends of different networks get different terminators, and to each the other looks like garbage without end (H5). So nothing about the network has to be sent in the clear.',
  'v1 instead of v2':
    'A node that speaks v2 tells a v1 peer by its first 16 bytes (H2), so both can live on one port. The other way round there is no such mercy: who knows only v1 hangs up on a key, and then v1 is offered with a warning, never taken silently (S2). And with v1 nothing is encrypted.',
  'early answer':
    'What begins like v1 may still be v1, so a responder says nothing until a byte differs (H2). One that speaks first would work with every v2 peer; but whoever connects to it and says nothing would learn that it speaks v2, and v1 peers could not understand it.',
  'private key used twice':
    'It works, and that is the danger: nobody checks it. An observer sees the same 64 bytes twice and knows that it is the same peer; and who gets hold of that key later can read each of these sessions. So a key is made anew for each connection, and wiped (H9, K4).',
}

export const reasons: FaultReasons = { wire, peer }
