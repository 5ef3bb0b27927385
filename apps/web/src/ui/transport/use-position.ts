/** Where the cursor is, in steps and in words. */

import { stepsOf } from '../../session/steps.js'
import { useWords } from '../../words/words.js'
import { useWholeView } from '../session-hooks.js'
import { useWholeViewInTurn } from '../use-in-turn.js'
import { wordsOf } from './step-words.js'

export interface Position {
  /** Steps that have been taken, and how many there are. */
  readonly taken: number
  readonly all: number
  /** What the last of them was. */
  readonly what: string
  /** At the end, and going along with what happens. */
  readonly isFollowing: boolean
}

export function usePosition(): Position {
  const words = useWords().stepping
  const items = useWholeViewInTurn('sums', (view) => view.items)
  const keyEvents = useWholeViewInTurn('sums', (view) => view.keyEvents)
  const rekeys = useWholeViewInTurn('sums', (view) => view.rekeys)
  const cursor = useWholeView((view) => view.cursor)
  const steps = stepsOf({ items, keyEvents, rekeys })
  const taken = steps.position(cursor)
  const step = steps.at(taken - 1)
  const none = steps.length === 0 ? words.nothingYet : words.atStart
  return {
    taken,
    all: steps.length,
    what: step ? wordsOf(step, words.steps) : none,
    isFollowing: cursor === undefined,
  }
}
