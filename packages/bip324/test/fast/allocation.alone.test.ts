/** A caller that gives a buffer gets no allocation at all: V8 counts what is allocated. */

import type { HeapProfiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { expect, it } from 'vitest'
import { OpenedPackets } from '../../src/fast/index.js'
import { concatBytes } from '../../src/index.js'
import { bytesOf } from '../support/random.js'
import { fast } from './cores.js'

/** More than enough that all is optimised. */
const WARM_UP = 30_000
const PACKETS = 50_000
/** One sample for so many bytes, on average. */
const SAMPLING_INTERVAL = 512

/** What a call allocated, and all that it called. */
const sizeOf = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
  children.reduce((sum, child) => sum + sizeOf(child), selfSize)

/** Bytes that were allocated on the heap meanwhile, those that are garbage by now included. */
async function allocatedBy(run: () => void): Promise<number> {
  const session = new Session()
  session.connect()
  try {
    await session.post('HeapProfiler.startSampling', {
      samplingInterval: SAMPLING_INTERVAL,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    })
    run()
    const { profile } = await session.post('HeapProfiler.stopSampling')
    return sizeOf(profile.head)
  } finally {
    session.disconnect()
  }
}

/** Runs it often enough to be optimised, and then counts. */
async function perPacket(step: () => number): Promise<number> {
  const repeat = (packets: number) => () => {
    for (let done = 0; done < packets; ) done += step()
  }
  repeat(WARM_UP)()
  return (await allocatedBy(repeat(PACKETS))) / PACKETS
}

it.each([0, 1, 32, 1000, 5000])(
  'sealing %i bytes into an array allocates nothing',
  async (size) => {
    const cipher = fast()
    const [contents, output] = [bytesOf(size), new Uint8Array(size + 20)]
    const options = { ignore: true, aad: bytesOf(20) }
    // a new key each 224 packets is a few small arrays
    expect(await perPacket(() => cipher.encryptInto(contents, output) && 1)).toBeLessThan(16)
    expect(await perPacket(() => cipher.encryptInto(contents, output, options) && 1)).toBeLessThan(
      16,
    )
    // a whole array and a copy of it: the counting counts
    expect(await perPacket(() => cipher.encrypt(contents) && 1)).toBeGreaterThan(60)
  },
)

it.each([0, 32, 1000, 5000])('opening %i bytes into an array allocates nothing', async (size) => {
  let [sealer, opener] = [fast(), fast()]
  const contents = bytesOf(size)
  const packets = Array.from({ length: 448 }, () => sealer.encrypt(contents))
  const fields = packets.map((packet) => packet.subarray(0, 3))
  const sealed = packets.map((packet) => packet.subarray(3))
  const output = new Uint8Array(size)
  const used = await perPacket(() => {
    opener = fast()
    for (let i = 0; i < packets.length; i++) {
      opener.decryptLength(fields[i] ?? output)
      opener.decryptInto(sealed[i] ?? output, output)
    }
    return packets.length
  })
  expect(opener.packetNumber).toBe(packets.length)
  expect(used).toBeLessThan(16)
})

it('opening a batch allocates nothing for a packet', async () => {
  const sealer = fast()
  const stream = concatBytes(...Array.from({ length: 224 }, () => sealer.encrypt(bytesOf(32))))
  const [wire, batch] = [new Uint8Array(stream.length), new OpenedPackets()]
  const used = await perPacket(() => {
    wire.set(stream)
    fast().decryptAll(wire, batch)
    return batch.count
  })
  expect(used).toBeLessThan(16)
})
