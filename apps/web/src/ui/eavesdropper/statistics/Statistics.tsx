import type { ByteStatistics, Eavesdropping } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { Pane } from '../../parts/Pane.js'
import { NothingYet } from '../SessionLine.js'
import { FirstBytes } from './FirstBytes.js'
import { Histogram } from './Histogram.js'
import styles from './Statistics.module.css'
import { Telling } from './Telling.js'
import { TestCard } from './TestCard.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping | undefined
}

/** A stream that is looked at, with its name; `of` is undefined where there is none. */
export interface StreamOf {
  readonly name: string
  readonly why: string
  readonly of: ByteStatistics | undefined
}

const TESTS = ['entropy', 'chiSquare', 'runs', 'serial'] as const

/** Whether the bytes can be told from random ones, and how well that is known. */
export function Statistics({ TEXT, now }: Props) {
  const streams = now ? streamsOf(TEXT, now) : []
  return (
    <>
      {streams.some(({ of }) => of !== undefined) ? (
        <OfSession TEXT={TEXT} streams={streams} />
      ) : (
        <NothingYet TEXT={TEXT} />
      )}
      <FirstBytes TEXT={TEXT} />
    </>
  )
}

/** Of a v1 session both are the same, and before it is known to be v2 there is one: it is enough. */
function streamsOf({ statistics: words }: EavesdropperWords, now: Eavesdropping): StreamOf[] {
  const { wire, v1 } = now.statistics
  const { streams, noStream } = words
  const onWire = { name: streams[now.transport], why: noStream.wire, of: wire }
  if (now.transport !== 'v2') return [onWire]
  return [onWire, { name: streams.asV1, why: noStream.v1, of: v1 }]
}

interface OfSessionProps {
  readonly TEXT: EavesdropperWords
  readonly streams: readonly StreamOf[]
}

function OfSession({ TEXT, streams }: OfSessionProps) {
  const words = TEXT.statistics
  return (
    <Pane title={words.title} className={styles.pane}>
      <div className={styles.body}>
        <p className={styles.text}>{words.intro}</p>
        <div className={styles.cards}>
          {TESTS.map((test) => (
            <TestCard key={test} TEXT={TEXT} test={test} streams={streams} />
          ))}
        </div>
        <div className={styles.pair}>
          <Histogram TEXT={TEXT} streams={streams} />
          <div className={styles.column}>
            <Telling TEXT={TEXT} streams={streams} />
            <p className={styles.pass}>{words.pass}</p>
          </div>
        </div>
      </div>
    </Pane>
  )
}
