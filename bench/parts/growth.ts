/** How the costs of the transport grow: with packets, with bytes, with garbage that comes byte by byte. */

import type { Pace } from '../measure/rounds.js'
import type { Growth, Where } from '../measure/rows.js'
import { exponent, median } from '../measure/statistics.js'
import {
  established,
  keysExchanged,
  outputOf,
  type TransportContender,
  type TransportMaker,
} from './transport.js'

interface Kind {
  readonly id: string
  readonly what: string
  readonly of: string
  readonly sizes: readonly number[]
  /** From here on what does not grow is too little to hide what does. */
  readonly from: number
  /** ms @param n one of the sizes */
  readonly measure: (make: TransportMaker, n: number) => number
}

const READ = 65_536
const SMALL = 32
const BATCH = 1_000

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** All packets of a session, in reads of 64 KiB: the keys change every 224 of them. */
function receivePackets(make: TransportMaker, packets: number): number {
  const { initiator, responder } = established(make)
  const contents = new Uint8Array(SMALL).fill(1)
  let ms = 0
  for (let sent = 0; sent < packets; sent += BATCH) {
    for (let i = 0; i < BATCH; i++) initiator.send(contents)
    const stream = outputOf(initiator)
    ms += timed(() => {
      for (let at = 0; at < stream.length; at += READ)
        responder.receive(stream.subarray(at, at + READ))
    })
  }
  return ms
}

function receiveBytes(make: TransportMaker, bytes: number): number {
  const { initiator, responder } = established(make)
  initiator.send(new Uint8Array(bytes).fill(1))
  const stream = outputOf(initiator)
  return timed(() => {
    for (let at = 0; at < stream.length; at += READ)
      responder.receive(stream.subarray(at, at + READ))
  })
}

/** What a responder does from the end of the peer's key to the end of its own handshake. */
function receiveGarbage(make: TransportMaker, garbage: number): number {
  const { responder, rest } = keysExchanged(make, garbage)
  return timed(() => {
    for (let at = 0; at < rest.length; at++) responder.receive(rest.subarray(at, at + 1))
    if (responder.transport !== 'v2') throw new Error('the handshake has not come to its end')
  })
}

const KINDS: readonly Kind[] = [
  {
    id: 'growth/packets',
    what: 'a session receives packets of 32 bytes',
    of: 'packets',
    sizes: [1_000, 10_000, 100_000, 1_000_000],
    from: 10_000,
    measure: receivePackets,
  },
  {
    id: 'growth/bytes',
    what: 'one packet is received, 64 KiB at a time',
    of: 'bytes',
    sizes: [0, 1_000, 16_000, 64_000, 256_000, 1_000_000, 2_000_000, 4_000_000],
    from: 256_000,
    measure: receiveBytes,
  },
  {
    id: 'growth/garbage',
    what: 'garbage, terminator and version packet, byte by byte',
    of: 'bytes of garbage',
    sizes: [0, 255, 511, 1_023, 2_047, 4_095],
    from: 1_023,
    measure: receiveGarbage,
  },
]

/** What takes seconds is long enough to be measured a few times. */
const LONG_MS = 1_000

/** The median of several measurements, in ms. */
function typical(measure: () => number, { rounds }: Pace): number {
  const times: number[] = []
  for (let wanted = rounds; times.length < wanted; ) {
    const ms = measure()
    times.push(ms)
    if (ms > LONG_MS) wanted = Math.ceil(rounds / 10)
  }
  return median(times)
}

export async function measureGrowth(
  contenders: readonly TransportContender[],
  where: Where,
  pace: Pace,
  most = Number.POSITIVE_INFINITY,
): Promise<Growth[]> {
  const found: Growth[] = []
  for (const { name, load } of contenders) {
    const make = await load()
    if (!make) continue
    for (const kind of KINDS) {
      const sizes = kind.sizes.filter((n) => kind.of !== 'packets' || n <= most)
      for (let i = 0; i < 3; i++) kind.measure(make, sizes[1] ?? 0)
      const points = sizes.map((n) => ({
        n,
        value: typical(() => kind.measure(make, n), pace),
      }))
      const { id, what, of } = kind
      found.push({
        id,
        where,
        what,
        of,
        unit: 'ms',
        contender: name,
        points,
        from: kind.from,
        wanted: 1,
        exponent: exponentFrom(points, kind.from),
      })
    }
  }
  return found
}

/** Of what is beyond the cost of nothing at all, which is the first point where its n is 0. */
export function exponentFrom(
  points: readonly { readonly n: number; readonly value: number }[],
  from: number,
): number {
  const nothing = points.find(({ n }) => n === 0)?.value ?? 0
  const grown = points
    .filter(({ n }) => n >= from)
    .map(({ n, value }) => ({ n, value: Math.max(value - nothing, 1e-6) }))
  return grown.length < 2 ? Number.NaN : exponent(grown)
}
