import { BURST_CLASSES, type LearnedFeature, type TrafficStudy } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { Scroller } from '../../parts/Scroller.js'
import styles from './Learned.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly result: TrafficStudy
}

/** What the classifier has learned: what is typical of each kind of burst. */
export function Learned({ TEXT, result }: Props) {
  const words = TEXT.traffic.learned
  return (
    <section className={styles.learned} aria-label={words.title} data-testid="learned">
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      <Scroller label={words.title} className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.class}</th>
              {result.learned.map(({ feature }) => (
                <th key={feature} scope="col">
                  {words.features[feature]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {BURST_CLASSES.map((name, i) => (
              <tr key={name}>
                <th scope="row" translate="no">
                  {name}
                </th>
                {result.learned.map((learned) => {
                  const [from, to] = boundsOf(middleBucket(learned, i))
                  return <td key={learned.feature}>{words.bucket(from, to)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  )
}

/** The bucket that the median of a class is in. */
function middleBucket({ shares }: LearnedFeature, ofClass: number): number {
  const row = shares[ofClass] ?? []
  let sum = 0
  const middle = row.findIndex((share) => {
    sum += share
    return sum >= 0.5
  })
  return Math.max(middle, 0)
}

/** Bucket 0 is nothing, bucket i is 2^(i−1) to 2^i − 1. */
const boundsOf = (bucket: number): readonly [number, number] =>
  bucket === 0 ? [0, 0] : [2 ** (bucket - 1), 2 ** bucket - 1]
