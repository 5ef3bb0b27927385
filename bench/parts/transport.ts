/** Part `packets`: the same through the whole transport, as whoever uses it meets it. */

import { ELLSWIFT_PUBKEY_LEN, ellswiftKeyPair, Networks, type V2Transport } from '@v2scope/bip324'
import { seededBytes } from '../contenders/random.js'

/** A transport by another core takes its place. */
export interface TransportContender {
  readonly name: string
  readonly load: () => Promise<TransportMaker | undefined>
}

export type TransportMaker = (options: ConstructorParameters<typeof V2Transport>[0]) => V2Transport

const GARBAGE = 100

export interface Ends {
  readonly initiator: V2Transport
  readonly responder: V2Transport
}

const seeded = (seed: number) => {
  let calls = seed
  return (length: number) => seededBytes(length, calls++)
}

function begin(make: TransportMaker, role: 'initiator' | 'responder', garbage: number) {
  const seed = role === 'initiator' ? 100 : 5000
  return make({
    role,
    magic: Networks.regtest.magic,
    keyPair: ellswiftKeyPair(seededBytes(32, seed), seeded(seed)),
    garbage: seededBytes(garbage, seed),
  })
}

/** Two transports, the handshake between them done. */
export function established(make: TransportMaker): Ends {
  const { initiator, responder, rest } = keysExchanged(make, GARBAGE)
  responder.receive(rest)
  if (responder.transport !== 'v2') throw new Error('the handshake has not come to its end')
  return { initiator, responder }
}

/** Two transports that have each other's keys, and the rest of what the initiator says in the handshake. */
export function keysExchanged(make: TransportMaker, garbage: number): Ends & { rest: Uint8Array } {
  const initiator = begin(make, 'initiator', garbage)
  const responder = begin(make, 'responder', GARBAGE)
  const opening = outputOf(initiator)
  responder.receive(opening.subarray(0, ELLSWIFT_PUBKEY_LEN))
  initiator.receive(outputOf(responder))
  const answer = outputOf(initiator)
  const rest = new Uint8Array(garbage + answer.length)
  rest.set(opening.subarray(ELLSWIFT_PUBKEY_LEN))
  rest.set(answer, garbage)
  return { initiator, responder, rest }
}

/** All that a side has to say, in one array. */
export function outputOf(transport: V2Transport): Uint8Array {
  const chunks = transport.takeOutput()
  const whole = new Uint8Array(chunks.reduce((sum, { bytes }) => sum + bytes.length, 0))
  let at = 0
  for (const { bytes } of chunks) {
    whole.set(bytes, at)
    at += bytes.length
  }
  return whole
}
