/** Traces of whole sessions, from one side: the handshake, and packets across two rekeys. */

import { ellswiftCreate, type Role, type TraceEvent } from '@v2scope/bip324'
import { bytesOf, seeded } from '../../bip324/test/support/random.js'
import { opposite, Pair } from '../../bip324/test/support/sessions.js'

/** Packets of each side after the handshake: 0 to 449 are sent, so that two keys are replaced. */
const TRAFFIC = 449
const GARBAGE = 37

interface Plan {
  readonly seed: string
  readonly role: Role
  /** 4 bytes. */
  readonly magic: Uint8Array
}

/** What our side's trace tells. */
export function traceOf({ seed, role, magic }: Plan): readonly TraceEvent[] {
  const events: TraceEvent[] = []
  const side = (whose: Role) => ({
    magic,
    keyPair: ellswiftCreate(seeded(`${seed}/${whose}`)),
    garbage: bytesOf(GARBAGE, `${seed}/garbage of ${whose}`),
    ...(whose === role && { trace: (event: TraceEvent) => void events.push(event) }),
  })
  const pair = new Pair({ initiator: side('initiator'), responder: side('responder') }).run()
  for (let n = 0; n < TRAFFIC; n++) {
    pair[role].send(bytesOf(n % 40, `${seed}/${n}`), { decoy: true })
    pair[opposite(role)].send(bytesOf(n % 30, `${seed}/theirs/${n}`), { decoy: true })
  }
  pair.run()
  return events
}

/** Those of some types. */
export const only = <Event extends { readonly type: string }, Type extends Event['type']>(
  events: readonly Event[],
  ...types: readonly Type[]
) =>
  events.filter((event): event is Event & { readonly type: Type } =>
    types.some((type) => type === event.type),
  )
