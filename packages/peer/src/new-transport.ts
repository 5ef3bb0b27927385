/** A transport with what is random of it: key, garbage, decoys. */

import {
  MAX_GARBAGE_LEN,
  REFERENCE_CORE,
  V2Transport,
  type V2TransportOptions,
} from '@v2scope/bip324'
import type { PeerOptions } from './peer-options.js'
import { randomBelow } from './random.js'
import type { PeerTransport, TransportMaker } from './transport-maker.js'

const rightly: TransportMaker = (options: V2TransportOptions) => new V2Transport(options)

/** Contents of a decoy that a peer sends during the handshake, at most, in bytes. */
const MAX_HANDSHAKE_DECOY = 400

/**
 * @param onSeq is told the number of each event of the trace
 * @throws {LocalProtocolError} for options that the protocol does not allow.
 */
export function newTransport(options: PeerOptions, onSeq: (seq: number) => void): PeerTransport {
  const { role, random, magic, trace, garbageLength, handshakeDecoys = 0 } = options
  const { makeTransport = rightly, core = REFERENCE_CORE } = options
  return makeTransport({
    role,
    magic,
    keyPair: core.ellswiftCreate(random),
    core,
    garbage: random(garbageLength ?? randomBelow(random, MAX_GARBAGE_LEN + 1)),
    decoys: Array.from({ length: handshakeDecoys }, () =>
      random(randomBelow(random, MAX_HANDSHAKE_DECOY + 1)),
    ),
    ...(trace && {
      trace: (event) => {
        onSeq(event.seq)
        trace(event)
      },
    }),
  })
}
