import { Fragment, useMemo } from 'react'
import type { ItemList } from '../../session/item-list.js'
import { useReport, useView } from '../session-hooks.js'
import { milestonesOf } from './handshake.js'
import { LadderItem } from './LadderItem.js'
import { Milestone } from './Milestone.js'

const TEXT = {
  secret: 'both can now compute the shared secret',
  established: 'established',
  equal: 'established · session ids are equal',
  different: 'session ids differ: somebody is in between',
}

interface Props {
  readonly items: ItemList
  readonly shown: number
  readonly selected: number | undefined
  readonly animated: boolean
  readonly onOpen: (seq: number) => void
}

/** The items of the handshake, each with its note, and what has been reached between them. */
export function HandshakeSteps({ items, shown, selected, animated, onOpen }: Props) {
  const established = useView((view) => view.status.sessionId !== undefined)
  const report = useReport()
  const steps = items.slice(0, shown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: milestones lie in what is shown
  const milestones = useMemo(() => milestonesOf(items.slice(0, shown)), [shown, items.at(0)?.seq])
  const said = (text: 'shared secret' | 'established') => {
    if (text === 'shared secret') return TEXT.secret
    if (report === 'equal') return TEXT.equal
    return report === 'different' ? TEXT.different : TEXT.established
  }
  return steps.map((item, i) => (
    <Fragment key={item.seq}>
      <LadderItem
        item={item}
        explained
        selected={item.seq === selected}
        animated={animated}
        onOpen={onOpen}
      />
      {milestones
        .filter(({ after, text }) => after === i + 1 && (text !== 'established' || established))
        .map(({ text }) => (
          <Milestone key={text} bad={text === 'established' && report === 'different'}>
            {said(text)}
          </Milestone>
        ))}
    </Fragment>
  ))
}
