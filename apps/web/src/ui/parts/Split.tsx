import { Fragment, type ReactNode, useRef } from 'react'
import { useWords } from '../../words/words.js'
import { join } from './join.js'
import { Separator } from './Separator.js'
import styles from './Split.module.css'
import { resetSplits, setWeights, useWeights } from './split-store.js'

export interface SplitPane {
  readonly name: string
  /** The least that it takes, in px. */
  readonly least: number
  /** What it weighs against the others until the reader draws it otherwise. */
  readonly weight: number
  readonly content: ReactNode
}

interface Props {
  /** Under which the reader's weights are kept. */
  readonly name: string
  readonly direction: 'columns' | 'rows'
  readonly panes: readonly SplitPane[]
  readonly className?: string | undefined
}

/** Panes beside or below each other, with lines between them that can be drawn. */
export function Split({ name, direction, panes, className }: Props) {
  const words = useWords().palette
  const root = useRef<HTMLDivElement>(null)
  const weights = useWeights(
    name,
    panes.map(({ weight }) => weight),
  )
  const template = panes
    .map(({ least }, i) => `minmax(${least}px, ${weights[i]}fr)`)
    .join(' var(--split) ')
  const move = (i: number, to: (sizes: Sizes) => number) => {
    const sizes = sizesOf(root.current, direction)
    const [before, after] = [sizes[i], sizes[i + 1]]
    const [first, second] = [panes[i], panes[i + 1]]
    if (before === undefined || after === undefined || !first || !second) return
    const both = before + after
    const wanted = to({ before, both })
    const size = Math.min(Math.max(wanted, first.least), Math.max(both - second.least, first.least))
    setWeights(name, sizes.with(i, size).with(i + 1, both - size))
  }
  return (
    <div
      ref={root}
      className={join(styles.split, styles[direction], className)}
      style={
        direction === 'columns' ? { gridTemplateColumns: template } : { gridTemplateRows: template }
      }
    >
      {panes.map((pane, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pane stands where it stands, and its name changes with the language
        <Fragment key={i}>
          {i > 0 && (
            <Separator
              direction={direction}
              label={words.separator(panes[i - 1]?.name ?? '', pane.name)}
              share={shareOf(weights, i - 1)}
              onMove={(to) => move(i - 1, to)}
              onReset={() => resetSplits(name)}
            />
          )}
          <div className={styles.pane}>{pane.content}</div>
        </Fragment>
      ))}
    </div>
  )
}

/** Of two neighbours, in px: the first one, and both together. */
export interface Sizes {
  readonly before: number
  readonly both: number
}

/** In px, of the panes alone: every other child is a separator. */
function sizesOf(root: HTMLElement | null, direction: Props['direction']): number[] {
  return [...(root?.children ?? [])]
    .filter((_, i) => i % 2 === 0)
    .map((pane) => pane.getBoundingClientRect()[direction === 'columns' ? 'width' : 'height'])
}

/** Per cent of two neighbours' weight that is the first one's. */
function shareOf(weights: readonly number[], i: number): number {
  const [before = 1, after = 1] = weights.slice(i, i + 2)
  return Math.round((before / (before + after)) * 100)
}
