import type { TrafficStudy } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { percent } from '../../parts/format.js'
import { Pane } from '../../parts/Pane.js'
import { StudyBar } from '../study/StudyBar.js'
import { useStudy } from '../study/use-study.js'
import { Confusion } from './Confusion.js'
import { Learned } from './Learned.js'
import { Strategies } from './Strategies.js'
import styles from './Traffic.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
}

/** What a classifier makes of sizes and times, and what shaping leaves of it. */
export function Guesses({ TEXT }: Props) {
  const words = TEXT.traffic
  const study = useStudy('traffic', (seed) => ({ study: 'traffic', seed }))
  const result = study.view?.result
  return (
    <>
      <Pane title={words.title} className={styles.pane}>
        <div className={styles.body} data-testid="guesses">
          <p className={styles.text}>{words.intro}</p>
          <StudyBar TEXT={TEXT} study={study} />
          {result && <Found TEXT={TEXT} result={result} />}
        </div>
      </Pane>
      {result && <Strategies TEXT={TEXT} result={result} />}
    </>
  )
}

function Found({ TEXT, result }: Props & { readonly result: TrafficStudy }) {
  const words = TEXT.traffic
  const { corpus, plain } = result
  const { train, test } = corpus.sessions
  return (
    <>
      <div className={styles.bars}>
        <Bar share={plain.accuracy} look="right" data-testid="accuracy">
          {words.accuracy(percent(plain.accuracy, 1), (plain.margin * 100).toFixed(1))}
        </Bar>
        <Bar share={corpus.chance} look="chance" data-testid="chance">
          {words.chance(percent(corpus.chance, 1))}
        </Bar>
        <p className={styles.method}>{words.method(train, test, corpus.windowMs)}</p>
      </div>
      <div className={styles.pair}>
        <Confusion TEXT={TEXT} result={result} />
        <Learned TEXT={TEXT} result={result} />
      </div>
    </>
  )
}

interface BarProps {
  readonly share: number
  readonly look: 'right' | 'chance'
  readonly children: string
  readonly 'data-testid': string
}

function Bar({ share, look, children, ...rest }: BarProps) {
  return (
    <p className={styles.bar} {...rest}>
      <span className={styles.track} aria-hidden>
        <span className={styles[look]} style={{ width: `${share * 100}%` }} />
      </span>
      <strong>{children}</strong>
    </p>
  )
}
