/** Part `packets`, in Node: what a packet costs in memory once everything runs. */

import type { PacketContender } from '../contenders/contender.js'
import { CONTENTS_ALONE } from '../contenders/names.js'
import type { Row } from '../measure/rows.js'
import { summarise } from '../measure/statistics.js'
import { KEYS, makeStreams, streamFor } from './streams.js'

const SIZE = 1_000
/** Whole epochs: what a change of keys takes is shared by 224 packets. */
const PACKETS = 2_240
const ROUNDS = 9
const PACKET_OVERHEAD = 20

/** Heap and what arrays have outside of it. */
const inUse = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function collect(): void {
  if (!globalThis.gc) throw new Error('run Node with --expose-gc')
  globalThis.gc()
}

/** Bytes taken by `run`; nothing is collected between, as the young heap has room for all of it. */
async function taken(run: () => unknown): Promise<number> {
  collect()
  const before = inUse()
  const done = run()
  if (done instanceof Promise) await done
  return inUse() - before
}

/** Bytes for each packet that is opened, without what asking for them costs. */
async function perPacket(contender: PacketContender): Promise<number[] | undefined> {
  const ciphers = await contender.load()
  if (!ciphers) return undefined
  const stream = streamFor(contender, await makeStreams(SIZE, PACKETS))
  const packet = SIZE + PACKET_OVERHEAD
  const found: number[] = []
  for (let round = -3; round < ROUNDS; round++) {
    const open = await ciphers.opener(KEYS)
    const copy = stream.slice()
    // the first epoch is no steady state: there are buffers to be made
    await open(copy.subarray(0, 224 * packet), SIZE)
    const rest = copy.subarray(224 * packet)
    const nothing = await taken(() => undefined)
    const bytes = await taken(() => open(rest, SIZE))
    if (round >= 0) found.push(Math.max(0, bytes - nothing) / (PACKETS - 224))
  }
  return found
}

/** Bytes for each array of contents, if nothing else is made. */
async function contentsAlone(): Promise<number[]> {
  const found: number[] = []
  for (let round = -3; round < ROUNDS; round++) {
    const held = new Array<Uint8Array>(PACKETS).fill(new Uint8Array(0))
    const nothing = await taken(() => undefined)
    const bytes = await taken(() => {
      for (let n = 0; n < PACKETS; n++) held[n] = new Uint8Array(SIZE)
    })
    if (round >= 0) found.push(Math.max(0, bytes - nothing) / PACKETS)
  }
  return found
}

export async function measureAllocation(contenders: readonly PacketContender[]): Promise<Row[]> {
  const results = [{ contender: CONTENTS_ALONE, ...summarise(await contentsAlone()) }]
  for (const contender of contenders) {
    const bytes = await perPacket(contender)
    if (bytes) results.push({ contender: contender.name, ...summarise(bytes) })
  }
  return [
    {
      id: 'packets/allocation',
      where: 'node',
      what: 'memory taken to open a packet of 1 kB',
      unit: 'B',
      results,
    },
  ]
}
