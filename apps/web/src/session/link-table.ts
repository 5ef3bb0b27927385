/** What answers what, as the page has it. */

import type { WireItem } from './contract.js'

const NONE: readonly WireItem[] = []

/** Grows over the same memory, as `ItemList` does; only the latest table is looked at. */
export class LinkTable {
  static readonly empty = (): LinkTable => new LinkTable(new Map())

  readonly #answers: Map<number, readonly WireItem[]>

  private constructor(answers: Map<number, readonly WireItem[]>) {
    this.#answers = answers
  }

  /** This table where none of these items answers anything; else a new one. */
  with(items: readonly WireItem[]): LinkTable {
    const answering = new Map<number, WireItem[]>()
    for (const item of items) {
      if (!item.answers) continue
      const more = answering.get(item.answers.seq)
      if (more) more.push(item)
      else answering.set(item.answers.seq, [item])
    }
    if (answering.size === 0) return this
    for (const [seq, more] of answering) {
      this.#answers.set(seq, [...this.answersTo(seq), ...more])
    }
    return new LinkTable(this.#answers)
  }

  /** Of something asked for: what has come back so far, in order; the same array until more has. */
  answersTo(seq: number): readonly WireItem[] {
    return this.#answers.get(seq) ?? NONE
  }
}
