import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Tuning } from './tuning.js'

type Collection = 'minor' | 'major'

/** About what a queued write costs on V8's heap whatever its size, in bytes. */
const COST_OF_A_WRITE = 1024

/**
 * Keeps the process small while much passes through it. What is read from a socket comes in
 * buffers outside V8's heap; V8 lets tens of MiB of dead ones gather before it looks, since on its
 * heap they are tiny. A minor collection of so small a heap costs well under a millisecond.
 */
export class Sweeper {
  readonly #tuning: Tuning
  readonly #collect: (type: Collection) => void
  #sinceLast = 0
  /** What buffers took when they were last known to be all in use, in bytes. */
  #outsideAtLeast = outsideHeap()
  #isDue = false

  constructor(tuning: Tuning) {
    this.#tuning = tuning
    this.#collect = exposedCollector()
  }

  /** `bytes` have been written in one piece. */
  note(bytes: number): void {
    this.#sinceLast += bytes + COST_OF_A_WRITE
    if (this.#isDue || this.#sinceLast < this.#tuning.sweepEvery) return
    this.#isDue = true
    // not at once: the buffers of the present read are still on the stack
    setImmediate(() => this.#sweep())
  }

  #sweep(): void {
    this.#collect('minor')
    // A read of 64 KiB may hold thousands of tiny frames, some of which live long enough to be taken
    // for old; then each keeps the whole read, and minor collections don't look at it any more. The
    // reads that a large frame is put together from live long as well.
    const outside = outsideHeap()
    if (outside > this.#outsideAtLeast + this.#tuning.outsideHeap) {
      this.#collect('major')
      this.#outsideAtLeast = outsideHeap()
    } else {
      this.#outsideAtLeast = Math.min(this.#outsideAtLeast, outside)
    }
    this.#isDue = false
    this.#sinceLast = 0
  }
}

/** What buffers take outside V8's heap, the dead ones that weren't collected included, in bytes. */
const outsideHeap = () => process.memoryUsage().arrayBuffers

/** V8 gives its collector to contexts made while the flag is up. */
function exposedCollector(): (type: Collection) => void {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof gc !== 'function') return () => undefined
  // asked for `major` by name, V8 leaves buffers uncollected that it takes without a name
  return (type) => void (type === 'major' ? gc() : gc({ type }))
}
