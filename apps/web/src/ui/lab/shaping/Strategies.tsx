import type { ShapingWords } from '../../../words/shaping.js'
import { join } from '../../parts/join.js'
import styles from './Strategies.module.css'
import { chooseStrategy, STRATEGIES, useShapingChoice } from './shaping-choice.js'

/** Where a reviewer finds them all. */
const FILE = 'packages/lab/src/shaping/strategies.ts'

export function Strategies({ TEXT }: { readonly TEXT: ShapingWords }) {
  const { strategies: words } = TEXT
  const chosen = useShapingChoice(({ strategy }) => strategy)
  return (
    <div className={styles.list}>
      <fieldset className={styles.strategies}>
        <legend>{words.legend}</legend>
        {STRATEGIES.map((strategy) => (
          <label key={strategy} className={styles.strategy}>
            <input
              type="radio"
              name="shaping-strategy"
              checked={strategy === chosen}
              onChange={() => chooseStrategy(strategy)}
              data-testid={`strategy-${strategy.replaceAll(' ', '-')}`}
            />
            <b>{words.names[strategy]}</b>
            <span className={styles.does}>{words.does[strategy]}</span>
            {strategy === chosen && (
              <span className={styles.more}>
                <span>
                  <em>{words.hidesLabel}</em> {words.hides[strategy]}
                </span>
                <span className={join(styles.shows)}>
                  <em>{words.showsLabel}</em> {words.shows[strategy]}
                </span>
              </span>
            )}
          </label>
        ))}
      </fieldset>
      <p className={styles.file}>
        {words.file} <code translate="no">{FILE}</code>
      </p>
    </div>
  )
}
