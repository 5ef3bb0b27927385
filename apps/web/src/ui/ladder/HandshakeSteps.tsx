import { useMemo } from 'react'
import type { ItemList } from '../../session/item-list.js'
import { useWords, type Words } from '../../words/words.js'
import { type Report, useReport, useView } from '../session-hooks.js'
import { ComputedLine } from './ComputedLine.js'
import { linesOf } from './handshake.js'
import { LadderItem } from './LadderItem.js'
import { Milestone } from './Milestone.js'

interface Props {
  readonly items: ItemList
  /** Items of the handshake. */
  readonly length: number
  readonly selected: number | undefined
  readonly animated: boolean
  readonly onOpen: (seq: number) => void
}

/** The items of the handshake, each with its note, and what has been reached between them. */
export function HandshakeSteps({ items, length, selected, animated, onOpen }: Props) {
  const words = useWords().ladder.milestones
  const established = useView((view) => view.status.sessionId !== undefined)
  const keyEvents = useView((view) => view.keyEvents)
  const report = useReport()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first items of a session stay as they are
  const lines = useMemo(
    () => linesOf(items.slice(0, length), keyEvents),
    [length, items.at(0)?.seq, keyEvents],
  )
  return lines.map((line) => {
    if (line.type === 'item') {
      return (
        <LadderItem
          key={line.item.seq}
          item={line.item}
          explained
          selected={line.item.seq === selected}
          animated={animated}
          onOpen={onOpen}
        />
      )
    }
    if (line.type === 'computed') {
      return <ComputedLine key={line.what} {...line} animated={animated} />
    }
    const isEnd = line.what === 'established'
    if (isEnd && !established) return null
    return (
      <Milestone key={line.what} bad={isEnd && report === 'different'}>
        {isEnd ? establishedWords(report, words) : words.canCompute}
      </Milestone>
    )
  })
}

function establishedWords(report: Report, words: Words['ladder']['milestones']): string {
  if (report === 'equal') return words.equal
  return report === 'different' ? words.different : words.established
}
