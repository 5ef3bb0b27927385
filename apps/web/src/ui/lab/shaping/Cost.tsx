import type { ShapingCost } from '@v2scope/lab'
import type { ShapingWords } from '../../../words/shaping.js'
import { count, percent, size } from '../../parts/format.js'
import { Pane } from '../../parts/Pane.js'
import styles from './Cost.module.css'
import { useShapingStanding } from './use-shaping.js'
import { waiting } from './waiting.js'

type Row = keyof ShapingWords['cost']['rows']

const ROWS: readonly Row[] = ['share', 'decoys', 'real', 'delay', 'most', 'waiting']

/** What the shaping of this session has cost so far, a direction each. */
export function Cost({ TEXT }: { readonly TEXT: ShapingWords }) {
  const { cost: words } = TEXT
  const standing = useShapingStanding()
  if (!standing) {
    return (
      <Pane title={words.title}>
        <p className={styles.none}>{words.empty}</p>
      </Pane>
    )
  }
  const { ours, peers } = standing
  return (
    <Pane title={words.title}>
      <table className={styles.cost} data-testid="shaping-cost">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.ours}</th>
            {peers && <th scope="col">{words.peers}</th>}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} data-row={row}>
              <th scope="row">{words.rows[row]}</th>
              <td translate="no">{valueIn(ours, row, TEXT)}</td>
              {peers && <td translate="no">{valueIn(peers, row, TEXT)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  )
}

function valueIn(cost: ShapingCost, row: Row, { cost: words }: ShapingWords): string {
  switch (row) {
    case 'share':
      return words.percent(percent(cost.decoyBytes, cost.decoyBytes + cost.realBytes))
    case 'decoys':
      return `${count(cost.decoys)} · ${size(cost.decoyBytes)}`
    case 'real':
      return `${count(cost.packets)} · ${size(cost.realBytes)}`
    case 'delay':
      return waiting(cost.meanDelayMs)
    case 'most':
      return waiting(cost.mostDelayMs)
    case 'waiting':
      return size(cost.waitingRealBytes)
  }
}
