import type { ShapingMeasure } from '@v2scope/eavesdropper'
import type { ShapingWords } from '../../../words/shaping.js'
import { percent } from '../../parts/format.js'
import { join } from '../../parts/join.js'
import { Pane } from '../../parts/Pane.js'
import styles from './Hidden.module.css'
import { useShapingChoice } from './shaping-choice.js'
import { type Measure, useMeasure } from './use-measure.js'
import { waiting } from './waiting.js'

/** What a classifier still tells from sizes and times, with what is chosen, against chance. */
export function Hidden({ TEXT }: { readonly TEXT: ShapingWords }) {
  const { hidden: words } = TEXT
  const measure = useMeasure()
  const isNone = useShapingChoice(({ strategy }) => strategy === 'none')
  const result = measure.state === 'bad' ? undefined : measure.result
  return (
    <Pane title={words.title}>
      <div className={styles.body} data-testid="shaping-hidden" data-state={measure.state}>
        <p className={styles.note}>{words.why}</p>
        {result && <Bars TEXT={TEXT} result={result} measure={measure} isNone={isNone} />}
        <p role="status" className={styles.note}>
          {sayingOf(measure, TEXT)}
        </p>
      </div>
    </Pane>
  )
}

function sayingOf(measure: Measure, { hidden: words }: ShapingWords): string {
  if (measure.state === 'bad') return words.bad
  if (measure.state === 'failed') return words.failed
  if (measure.isPresent) return ''
  return words.running(String(Math.floor(measure.progress * 100)))
}

interface BarsProps {
  readonly TEXT: ShapingWords
  readonly result: ShapingMeasure
  readonly measure: Measure
  readonly isNone: boolean
}

function Bars({ TEXT, result, measure, isNone }: BarsProps) {
  const { hidden: words } = TEXT
  const { plain, point, corpus } = result
  const isPresent = measure.state === 'done'
  const bursts = corpus.bursts.test.reduce((sum, n) => sum + n, 0)
  return (
    <>
      <dl className={styles.bars}>
        <Bar
          name={words.plain}
          share={plain.accuracy}
          margin={plain.margin}
          TEXT={TEXT}
          look="plain"
        />
        {!isNone && (
          <Bar
            name={words.shaped}
            share={point.accuracy}
            margin={point.margin}
            TEXT={TEXT}
            look={isPresent ? 'shaped' : 'stale'}
          />
        )}
        <Bar name={words.chance} share={corpus.chance} TEXT={TEXT} look="chance" />
      </dl>
      {isPresent && !isNone && (
        <>
          <p className={styles.verdict} data-testid="hidden-verdict">
            {words.verdicts[verdictOf(result)]}
          </p>
          <p className={styles.note}>
            {words.overhead(whole(point.overhead), waiting(point.meanDelayMs))}
            {point.unsentShare > 0 && ` ${words.unsent(percent(point.unsentShare, 1))}`}
          </p>
        </>
      )}
      <p className={styles.note}>{words.sample(bursts, corpus.sessions.test, result.seed)}</p>
    </>
  )
}

const whole = (share: number): string => String(Math.round(share * 100))

/** Within so much of chance, nothing is told. */
const AT_CHANCE = 0.05

/** How much of what could be told without shaping is still told. */
function verdictOf({
  plain,
  point,
  corpus,
}: ShapingMeasure): keyof ShapingWords['hidden']['verdicts'] {
  if (point.accuracy <= corpus.chance + AT_CHANCE) return 'all'
  const told =
    (point.accuracy - corpus.chance) / Math.max(plain.accuracy - corpus.chance, AT_CHANCE)
  if (told > 0.9) return 'nothing'
  return told > 0.5 ? 'some' : 'most'
}

interface BarProps {
  readonly name: string
  readonly share: number
  readonly margin?: number
  readonly TEXT: ShapingWords
  readonly look: 'plain' | 'shaped' | 'stale' | 'chance'
}

function Bar({ name, share, margin, TEXT: { hidden: words }, look }: BarProps) {
  return (
    <div className={join(styles.bar, styles[look])} data-bar={look}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.track} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <b>{words.percent(whole(share))}</b>
        {margin !== undefined && <small>{words.margin(whole(margin))}</small>}
      </dd>
    </div>
  )
}
