/** How much crossed the wire when: sums over spans of time, which double when the session outgrows them. */

import { DIRECTIONS, KINDS } from '../../session/item-columns.js'
import type { ItemList } from '../../session/item-list.js'
import { isPacketAt } from './chunk-test.js'

/** Spans of time in all; at least half of them are in use, once the session is a few ms old. */
export const BINS = 160
/** In ms. */
const FIRST_WIDTH = 1 / 64
const DECOY = KINDS.indexOf('decoy')
const RECEIVED = DIRECTIONS.indexOf('received')

export const MEASURES = ['packets', 'bytes'] as const
export type Measure = (typeof MEASURES)[number]

/** Of a direction: all packets, and of these the decoys. */
interface WayBins {
  readonly all: Float64Array
  readonly decoys: Float64Array
}

const wayBins = (): WayBins => ({ all: new Float64Array(BINS), decoys: new Float64Array(BINS) })
const measureBins = () => ({ sent: wayBins(), received: wayBins() })

export class TimeBins {
  readonly packets = measureBins()
  readonly bytes = measureBins()
  /** Of a bin, in ms. */
  width = FIRST_WIDTH
  /** Bins from the start to the last packet. */
  used = 0
  #looked = 0

  /** Where the axis ends, in ms. */
  get end(): number {
    return this.used * this.width
  }

  /** @param items those of the last call, and what has come since; or fewer, which begins anew */
  lookAt(items: ItemList): void {
    if (items.length < this.#looked) this.#clear()
    for (const chunk of items.chunks()) {
      const { start, length, columns } = chunk
      for (let row = Math.max(this.#looked - start, 0); row < length; row++) {
        if (!isPacketAt(chunk, row)) continue
        const way = columns.directions[row] === RECEIVED ? 'received' : 'sent'
        const isDecoy = columns.kinds[row] === DECOY
        this.#add(columns.times[row] ?? 0, way, isDecoy, columns.wireBytes[row] ?? 0)
      }
    }
    this.#looked = items.length
  }

  #add(time: number, way: 'sent' | 'received', isDecoy: boolean, bytes: number): void {
    while (time >= BINS * this.width) this.#double()
    const bin = Math.max(Math.floor(time / this.width), 0)
    this.used = Math.max(this.used, bin + 1)
    add(this.packets[way], bin, isDecoy, 1)
    add(this.bytes[way], bin, isDecoy, bytes)
  }

  #double(): void {
    for (const bins of this.#all()) {
      for (let i = 0; i < BINS; i++) {
        bins[i] = i < BINS / 2 ? (bins[2 * i] ?? 0) + (bins[2 * i + 1] ?? 0) : 0
      }
    }
    this.width *= 2
    this.used = Math.ceil(this.used / 2)
  }

  #clear(): void {
    for (const bins of this.#all()) bins.fill(0)
    this.width = FIRST_WIDTH
    this.used = 0
    this.#looked = 0
  }

  #all(): readonly Float64Array[] {
    return [this.packets, this.bytes].flatMap(({ sent, received }) => [
      sent.all,
      sent.decoys,
      received.all,
      received.decoys,
    ])
  }
}

function add({ all, decoys }: WayBins, bin: number, isDecoy: boolean, value: number): void {
  all[bin] = (all[bin] ?? 0) + value
  if (isDecoy) decoys[bin] = (decoys[bin] ?? 0) + value
}
