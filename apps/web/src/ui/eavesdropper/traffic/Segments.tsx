import type { SegmentSample } from '@v2scope/eavesdropper'
import { useMemo } from 'react'
import type { EavesdropperWords, SegmentsWords } from '../../../words/eavesdropper.js'
import { Pane } from '../../parts/Pane.js'
import { Plot } from '../../plots/Plot.js'
import type { Table } from '../../plots/table-text.js'
import { segmentsModel } from './segments-model.js'
import styles from './Traffic.module.css'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly segments: SegmentSample
}

/** Each segment of the session: how long, when, and which way. */
export function Segments({ TEXT, segments }: Props) {
  const words = TEXT.segments
  const model = useMemo(() => segmentsModel(segments, words), [segments, words])
  const { sent, received } = segments.total
  const shown = segments.times.length
  const all = sent.segments + received.segments
  return (
    <Pane title={words.title} className={styles.pane}>
      <div className={styles.body}>
        <p className={styles.text}>
          {words.intro} {segments.cut === 'moments' && words.moments}
        </p>
        <p className={styles.total}>
          <span className={styles.sent}>
            {words.series.sent}: {words.total(sent.segments, sent.bytes)}
          </span>
          <span className={styles.received}>
            {words.series.received}: {words.total(received.segments, received.bytes)}
          </span>
          {shown < all && <span>{words.newest(shown, all)}</span>}
        </p>
        <Plot
          model={model}
          label={words.label}
          height={260}
          table={() => tableOf(segments, words)}
          words={TEXT.plot}
          testId="plot-segments"
        />
      </div>
    </Pane>
  )
}

function tableOf({ times, bytes, isSent }: SegmentSample, words: SegmentsWords): Table {
  return {
    name: words.label,
    columns: words.columns,
    rows: Array.from(times, (time, i) => [
      Number(time.toFixed(3)),
      words.series[isSent[i] ? 'sent' : 'received'],
      bytes[i] ?? 0,
    ]),
  }
}
