import { useWords } from '../../words/words.js'
import { type Draft, nodeOf, withNode } from './draft.js'
import { Field } from './Field.js'
import type { DraftState } from './use-draft.js'

const SHOWN = 20

interface Props extends Pick<DraftState, 'change'> {
  readonly draft: Draft
}

/** Where a node is that the bridge has no name for; an address of another form never leaves the page. */
export function NodeField({ draft, change }: Props) {
  const TEXT = useWords().setup.node
  const { problem } = nodeOf(draft)
  return (
    <Field
      label={TEXT.label}
      value={draft.peer}
      placeholder={TEXT.placeholder}
      hint={problem === undefined ? TEXT.hint : TEXT.problems[problem]}
      width={SHOWN}
      wide
      wrong={problem !== undefined && problem !== 'EMPTY'}
      testId="node-address"
      onChange={(peer) => change(withNode(draft, peer))}
    />
  )
}
