/** What comes of a fault of the wire, in each direction and with each peer. */

import { DEFAULT_MAX_CONTENTS, MAX_CONTENTS_LEN } from '@v2scope/bip324'
import type { CatalogueFault, Expected } from './catalogue-fault.js'
import type { WireFault } from './wire-fault.js'

export type Expectation = (
  direction: WireFault['direction'],
) => Required<CatalogueFault['expected']>

/** What whoever receives it says, and bitcoind's own words for it. */
interface Says {
  readonly code: string
  readonly row: string
  readonly nodeLog: string
}

export const AUTHENTICATION_FAILED: Says = {
  code: 'AUTHENTICATION_FAILED',
  row: 'P5',
  nodeLog: 'V2 transport error: packet decryption failure',
}

export const PACKET_TOO_LARGE: Says = {
  code: 'PACKET_TOO_LARGE',
  row: 'P3',
  nodeLog: 'V2 transport error: packet too large',
}

export const TERMINATOR_MISSING: Says = {
  code: 'GARBAGE_TERMINATOR_MISSING',
  row: 'H5',
  nodeLog: 'V2 transport error: missing garbage terminator',
}

/** Whoever receives it ends the connection. */
export const fails =
  ({ code, row, nodeLog }: Says): Expectation =>
  (direction) => {
    if (direction === 'received')
      return all({ outcome: 'fails at once', noticedBy: 'us', code, row })
    const hangsUp: Expected = { outcome: 'fails at once', noticedBy: 'peer' }
    return {
      simulated: { ...hangsUp, code, row },
      demo: hangsUp,
      bitcoind: { ...hangsUp, nodeLog },
    }
  }

export const stalls: Expectation = () => all({ outcome: 'stalls' })

/** bitcoind's patience ends before ours. @param nodeLog its own words then, by the direction */
export const stallsInHandshake =
  (nodeLog: Readonly<Record<WireFault['direction'], string>>): Expectation =>
  (direction) => ({
    ...all({ outcome: 'stalls' }),
    bitcoind: { outcome: 'stalls', nodeLog: nodeLog[direction] },
  })

/**
 * We look for a terminator that won't come, in garbage whose length the peer draws: where it is
 * long, what follows it makes the 4111 bytes full (H5). @param chance of that, 0..1
 */
export const unlessLongGarbage =
  (expectation: Expectation, chance: Readonly<Record<'demo' | 'bitcoind', number>>): Expectation =>
  (direction) => {
    const { simulated, demo, bitcoind } = expectation(direction)
    const { code, row } = TERMINATOR_MISSING
    const full: Expected = { outcome: 'fails at once', noticedBy: 'us', code, row }
    return {
      simulated: { ...simulated, or: { ...full, chance: chance.demo } },
      demo: { ...demo, or: { ...full, chance: chance.demo } },
      bitcoind: { ...bitcoind, or: { ...full, chance: chance.bitcoind } },
    }
  }

/**
 * Each length field has its own bytes of keystream (C2): whoever is out of step reads some length of
 * 24 bits. Most are more than is accepted (P3); the others are waited for (P4).
 */
export const outOfStep: Expectation = (direction) => {
  const chance = (DEFAULT_MAX_CONTENTS + 1) / (MAX_CONTENTS_LEN + 1)
  const { simulated, demo, bitcoind } = fails(PACKET_TOO_LARGE)(direction)
  const or = { outcome: 'stalls', chance } as const
  return { simulated: { ...simulated, or }, demo: { ...demo, or }, bitcoind: { ...bitcoind, or } }
}

export const nothingChanges: Expectation = () => all({ outcome: 'nothing changes' })

/** The same with each. */
const all = (expected: Expected) => ({
  simulated: expected,
  demo: expected,
  bitcoind: expected,
})
