/** One fault of the wire, in the way of one direction. */

import { assertNever } from '@v2scope/bip324'
import { DeedNote } from './deed-note.js'
import type { WireDeed } from './fault-standing.js'
import { Copy } from './interference/copy.js'
import { Drop, Truncate } from './interference/cut.js'
import { Flip } from './interference/flip.js'
import { Insert } from './interference/insert.js'
import { Reorder } from './interference/reorder.js'
import type { Work } from './interference/work.js'
import { PlaceFinder } from './place-finder.js'
import type { Passed } from './span.js'
import type { WireFault } from './wire-fault.js'

export class Interferer {
  readonly fault: WireFault
  readonly #finder: PlaceFinder
  readonly #work: Work

  /** @param onDeed told when it happens, and again where more of it follows */
  constructor(fault: WireFault, onDeed: (deed: WireDeed) => void) {
    this.fault = fault
    this.#finder = new PlaceFinder(fault.where)
    this.#work = toWork(fault, new DeedNote(fault.direction, onDeed))
  }

  get isDone(): boolean {
    return this.#work.isDone
  }

  /** It has begun, and waits for so many further packets. */
  get packetsAwaited(): number | undefined {
    return this.#work.packetsAwaited
  }

  /** What becomes of this. */
  pass(item: Passed): readonly Passed[] {
    if (item.pass !== 'span' || this.isDone) return [item]
    return this.#work.pass(item.span, this.#finder.find(item.span))
  }

  /** The stream has ended: what was kept. */
  end(): readonly Passed[] {
    return this.isDone ? [] : (this.#work.end?.() ?? [])
  }
}

function toWork({ what, where: place }: WireFault, note: DeedNote): Work {
  switch (what.kind) {
    case 'flip':
      return new Flip({ what, place, note })
    case 'truncate':
      return new Truncate({ what, place, note })
    case 'drop':
      return new Drop({ what, place, note })
    case 'duplicate':
    case 'replay':
      return new Copy({ what, place, note })
    case 'reorder':
      return new Reorder({ what, place, note })
    case 'insert':
    case 'delay':
    case 'fragment':
      return new Insert({ what, place, note })
    default:
      return assertNever(what)
  }
}
