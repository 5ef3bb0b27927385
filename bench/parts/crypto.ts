/** Part `crypto`, in either engine: what a connection costs before its first packet. */

import { Networks } from '@v2scope/bip324'
import type { KeyContender, KeyExchange } from '../contenders/contender.js'
import { mustAgree } from '../contenders/same.js'
import { type Entrant, measureRounds, type Pace } from '../measure/rounds.js'
import type { Row, Where } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'

const MAGIC = Networks.mainnet.magic

interface Loaded {
  readonly name: string
  readonly exchange: KeyExchange
}

/** Each agrees with the first of them, or nothing is measured. */
async function loadAll(contenders: readonly KeyContender[]): Promise<Loaded[]> {
  const loaded: Loaded[] = []
  for (const { name, load } of contenders) {
    const exchange = await load()
    if (exchange) loaded.push({ name, exchange })
  }
  const [first] = loaded
  for (const { name, exchange } of loaded)
    if (first) mustAgree(name, exchange, first.exchange, MAGIC)
  return loaded
}

/** What is measured of each. A key is made once, and the peer's is the same for all. */
const STEPS = {
  handshake: {
    what: 'create + ECDH + HKDF, warm',
    of:
      ({ exchange }: Loaded, theirs: Uint8Array) =>
      () => {
        const ours = exchange.create()
        return exchange.derive(exchange.ecdh(ours, theirs), MAGIC)
      },
  },
  create: {
    what: 'create alone',
    of:
      ({ exchange }: Loaded) =>
      () =>
        exchange.create(),
  },
  ecdh: {
    what: 'ECDH alone',
    of: ({ exchange }: Loaded, theirs: Uint8Array) => {
      const ours = exchange.create()
      return () => exchange.ecdh(ours, theirs)
    },
  },
  hkdf: {
    what: 'HKDF alone, all six',
    of: ({ exchange }: Loaded) => {
      const secret = new Uint8Array(32).fill(7)
      return () => exchange.derive(secret, MAGIC)
    },
  },
} as const

const repeat = (once: () => unknown) => (count: number) => {
  for (let i = 0; i < count; i++) once()
}

export async function measureCrypto(
  contenders: readonly KeyContender[],
  where: Where,
  pace: Pace,
): Promise<Row[]> {
  const loaded = await loadAll(contenders)
  const theirs = loaded[0]?.exchange.create().ellswift ?? new Uint8Array(64)
  const rows: Row[] = []
  for (const [step, { what, of }] of Object.entries(STEPS)) {
    const entrants = loaded.map(
      (one): Entrant => ({ contender: one.name, run: repeat(of(one, theirs)) }),
    )
    const times = await measureRounds(entrants, pace)
    const results = [...times].map(([contender, ms]) => ({ contender, ...summarise(ms) }))
    rows.push({ id: `crypto/${step}`, where, what, unit: 'ms', results })
  }
  return rows
}
