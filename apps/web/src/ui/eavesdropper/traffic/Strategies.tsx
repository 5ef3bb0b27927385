import type { TrafficStudy } from '@v2scope/eavesdropper'
import { FlaskConical } from 'lucide-react'
import { useMemo } from 'react'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { showLabTab } from '../../lab/lab-route.js'
import { Button } from '../../parts/Button.js'
import { Pane } from '../../parts/Pane.js'
import { Plot } from '../../plots/Plot.js'
import type { Table } from '../../plots/table-text.js'
import { useActions } from '../../session-hooks.js'
import { strategiesModel, strategiesOf } from './strategies-model.js'
import styles from './Traffic.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly result: TrafficStudy
}

/** For each strategy, what it costs against what it hides. */
export function Strategies({ TEXT, result }: Props) {
  const words = TEXT.traffic.strategies
  const { goTo } = useActions()
  const toLab = () => {
    showLabTab('shaping')
    goTo('lab')
  }
  const model = useMemo(() => strategiesModel(result, TEXT.traffic), [result, TEXT])
  return (
    <Pane title={words.title} className={styles.pane}>
      <div className={styles.body} data-testid="strategies">
        <p className={styles.text}>{words.intro}</p>
        <Plot
          model={model}
          label={words.label}
          height={380}
          table={() => tableOf(result, TEXT)}
          words={TEXT.plot}
          testId="plot-strategies"
        />
        <dl className={styles.whats}>
          {strategiesOf(result).map((name) => (
            <div key={name}>
              <dt>{words.names[name]}</dt>
              <dd>{words.whats[name]}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.text}>{words.reading}</p>
        <p>
          <Button onClick={toLab} data-testid="to-shaping">
            <FlaskConical size={14} aria-hidden />
            {words.toLab}
          </Button>
        </p>
        <p className={styles.cannot}>{TEXT.traffic.cannot}</p>
      </div>
    </Pane>
  )
}

const oneDigit = (value: number): number => Number(value.toFixed(1))

function tableOf({ plain, points }: TrafficStudy, { traffic }: EavesdropperWords): Table {
  const words = traffic.strategies
  return {
    name: words.label,
    columns: words.columns,
    rows: [
      [words.plain, '', oneDigit(plain.accuracy * 100), oneDigit(plain.margin * 100), 0, 0, 0],
      ...points.map(({ shaping, accuracy, margin, overhead, meanDelayMs, unsentShare }) => [
        words.names[shaping.strategy],
        words.setting(shaping),
        oneDigit(accuracy * 100),
        oneDigit(margin * 100),
        oneDigit(overhead * 100),
        oneDigit(meanDelayMs),
        oneDigit(unsentShare * 100),
      ]),
    ],
  }
}
