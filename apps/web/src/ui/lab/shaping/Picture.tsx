import { SIMULATED } from '@v2scope/recording'
import type { ShapingWords } from '../../../words/shaping.js'
import { join } from '../../parts/join.js'
import { Empty, Pane } from '../../parts/Pane.js'
import { useWholeView } from '../../session-hooks.js'
import styles from './Picture.module.css'
import {
  heightOf,
  type Mark,
  type Marks,
  marksOfItems,
  marksOfSegments,
  rangeOf,
  SHOWN_MS,
} from './picture-marks.js'
import { useOutside } from './use-outside.js'

/** The latest seconds of the session twice: what is said, and what is seen from outside. */
export function Picture({ TEXT }: { readonly TEXT: ShapingWords }) {
  const { picture: words } = TEXT
  const outside = useOutside()
  const items = useWholeView((view) => view.items)
  const isSimulated = useWholeView((view) => view.settings.peer === SIMULATED)
  if (!outside) {
    return (
      <Pane title={words.title}>
        <Empty title={words.empty}>{words.emptyWhy}</Empty>
      </Pane>
    )
  }
  const { time, segments } = outside
  return (
    <Pane title={words.title} aside={words.aside(SHOWN_MS / 1000)}>
      <div className={styles.picture} data-testid="shaping-picture">
        <Strip name={words.said} marks={marksOfItems(items, time)} look="said" TEXT={TEXT} />
        <Strip name={words.seen} marks={marksOfSegments(segments, time)} look="seen" TEXT={TEXT} />
        <p className={styles.axis}>
          <span>{words.ago(SHOWN_MS / 1000)}</span>
          <span>{words.now}</span>
        </p>
        <p className={styles.note}>
          {words.chunk} {isSimulated && words.cut} {words.sizes}
        </p>
      </div>
    </Pane>
  )
}

/** Of half a strip, in units of its own. */
const HALF = 100
const WIDTH = 1000

interface StripProps {
  readonly name: string
  readonly marks: Marks
  readonly look: 'said' | 'seen'
  readonly TEXT: ShapingWords
}

function Strip({ name, marks, look, TEXT: { picture: words } }: StripProps) {
  return (
    <figure className={styles.figure} data-strip={look}>
      <figcaption className={styles.caption}>
        <b>{name}</b>
        <span className={styles.sent}>
          {words.sent}: {rangeText(marks.sent, words)}
        </span>
        <span className={styles.received}>
          {words.received}: {rangeText(marks.received, words)}
        </span>
      </figcaption>
      <svg
        className={join(styles.strip, styles[look])}
        viewBox={`0 ${-HALF} ${WIDTH} ${2 * HALF}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        <path className={styles.middle} d={`M0 0H${WIDTH}`} />
        <path className={styles.up} d={pathOf(marks.sent, -HALF)} />
        <path className={styles.down} d={pathOf(marks.received, HALF)} />
      </svg>
    </figure>
  )
}

function rangeText(marks: readonly Mark[], words: ShapingWords['picture']): string {
  const range = rangeOf(marks)
  return range ? words.range(marks.length, ...range) : words.nothing
}

/** A line for each. @param full what the highest reaches */
const pathOf = (marks: readonly Mark[], full: number): string =>
  marks
    .map(({ at, bytes }) => {
      const x = ((at / SHOWN_MS) * WIDTH).toFixed(1)
      return `M${x} 0V${(heightOf(bytes) * full).toFixed(1)}`
    })
    .join('')
