/** Part `packets`, in either engine: sealing and opening, by size. */

import type { Open, PacketCiphers, PacketContender, Seal } from '../contenders/contender.js'
import { mustEqual } from '../contenders/same.js'
import { type Entrant, measureRounds, type Pace } from '../measure/rounds.js'
import type { Row, Unit, Where } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { KEYS, makeStreams, packetsOf, SIZES, type Streams, streamFor } from './streams.js'

const PACKET_OVERHEAD = 20
/** Of each size, of contents: across changes of keys where packets are small. */
const CHECKED_BYTES = 1_000_000
/** From so many bytes of contents on, a packet's time says less than a byte's. */
const LARGE = 1_000

interface Loaded {
  readonly contender: PacketContender
  readonly ciphers: PacketCiphers
}

async function loadAll(contenders: readonly PacketContender[]): Promise<Loaded[]> {
  const loaded: Loaded[] = []
  for (const contender of contenders) {
    const ciphers = await contender.load()
    if (ciphers) loaded.push({ contender, ciphers })
  }
  return loaded
}

/** Each seals what all seal, and opens it, or nothing is measured. */
async function mustBeRight({ contender, ciphers }: Loaded, streams: Streams): Promise<void> {
  const { contents } = streams
  const stream = streamFor(contender, streams)
  const length = contents.length + PACKET_OVERHEAD
  const packets = Math.min(stream.length / length, Math.ceil(CHECKED_BYTES / contents.length))
  const seal = await ciphers.sealer(KEYS)
  for (let n = 0; n < packets && contender.does === 'packets'; n++)
    mustEqual(
      contender.name,
      `packet ${n}`,
      await seal(contents),
      stream.subarray(n * length, (n + 1) * length),
    )
  const open = await ciphers.opener(KEYS)
  const opened = await open(stream.slice(0, packets * length), contents.length)
  if (opened !== packets * contents.length)
    throw new Error(`${contender.name}: ${opened} bytes came out of ${packets} packets`)
}

function sealing({ contender, ciphers }: Loaded, { contents }: Streams): Entrant {
  let seal: Seal | Promise<Seal> = ciphers.sealer(KEYS)
  return {
    contender: contender.name,
    before() {
      seal = ciphers.sealer(KEYS)
    },
    run: (count) => sealAll(seal, contents, count),
  }
}

/** Without a turn of the loop between packets, for those who need none. */
function sealAll(
  given: Seal | Promise<Seal>,
  contents: Uint8Array,
  count: number,
): number | Promise<number> {
  if (given instanceof Promise) return given.then((seal) => sealAll(seal, contents, count))
  let bytes = 0
  for (let n = 0; n < count; n++) {
    const sealed = given(contents)
    if (sealed instanceof Promise) return sealRest(given, contents, count - n, sealed)
    bytes += sealed.length
  }
  return bytes
}

async function sealRest(
  seal: Seal,
  contents: Uint8Array,
  count: number,
  first: Promise<Uint8Array>,
): Promise<number> {
  let bytes = (await first).length
  for (let n = 1; n < count; n++) bytes += (await seal(contents)).length
  return bytes
}

function opening({ contender, ciphers }: Loaded, streams: Streams): Entrant {
  const whole = streamFor(contender, streams)
  const { length: size } = streams.contents
  let open: Open | Promise<Open> = ciphers.opener(KEYS)
  let stream = whole
  return {
    contender: contender.name,
    before(count) {
      open = ciphers.opener(KEYS)
      stream = whole.subarray(0, count * (size + PACKET_OVERHEAD))
      if (contender.opensInPlace) stream = stream.slice()
    },
    run: () =>
      open instanceof Promise ? open.then((ready) => ready(stream, size)) : open(stream, size),
  }
}

/** From ms for a packet to what the row says. */
function inUnit(size: number): { unit: Unit; of: (ms: number) => number } {
  return size < LARGE
    ? { unit: 'packets/s', of: (ms) => 1000 / ms }
    : { unit: 'MB/s', of: (ms) => size / 1000 / ms }
}

const DIRECTIONS = [
  { id: 'decrypt', entrant: opening },
  { id: 'encrypt', entrant: sealing },
] as const

export async function measurePackets(
  contenders: readonly PacketContender[],
  where: Where,
  pace: Pace,
): Promise<Row[]> {
  const loaded = await loadAll(contenders)
  const rows: Row[] = []
  for (const { size, name } of SIZES) {
    const streams = await makeStreams(size, packetsOf(size, pace))
    for (const one of loaded) await mustBeRight(one, streams)
    const { unit, of } = inUnit(size)
    const most = streams.packets.length / (size + PACKET_OVERHEAD)
    for (const { id, entrant } of DIRECTIONS) {
      const times = await measureRounds(
        loaded.map((one) => entrant(one, streams)),
        pace,
        most,
      )
      const results = [...times].map(([contender, ms]) => ({
        contender,
        ...summarise(ms.map(of)),
      }))
      rows.push({ id: `packets/${id}/${size}`, where, what: `${id}, ${name}`, unit, results })
    }
  }
  return rows
}
