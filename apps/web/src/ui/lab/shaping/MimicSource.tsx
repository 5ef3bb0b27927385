import type { MimicSample } from '@v2scope/lab'
import { useId, useRef, useState } from 'react'
import { samplesOfItems, samplesOfRecording } from '../../../session/mimic-source.js'
import type { ShapingWords } from '../../../words/shaping.js'
import { useWords } from '../../../words/words.js'
import { SHIPPED } from '../../recording/shipped.js'
import { useWholeView } from '../../session-hooks.js'
import styles from './MimicSource.module.css'
import { takeModel, useShapingChoice } from './shaping-choice.js'

/** The session that is shown, among the addresses of recordings. */
const PRESENT = ':present'
/** It breaks off too soon for anything to be drawn from it. */
const TOO_SHORT = 'failure'

type Reading = 'none' | 'reading' | 'failed' | 'too few'

/** What mimic draws from: a recording that comes with the page, or the session that is shown. */
export function MimicSource({ TEXT: { mimic: words } }: { readonly TEXT: ShapingWords }) {
  const { shipped } = useWords().recording
  const model = useShapingChoice((choice) => choice.model)
  const items = useWholeView((view) => view.items)
  const [reading, setReading] = useState<Reading>('none')
  const asked = useRef(model?.name ?? '')
  const status = useId()
  const take = (source: string, samples: readonly MimicSample[]) => {
    if (asked.current !== source) return
    setReading(samples.length > 0 ? 'none' : 'too few')
    takeModel(samples.length > 0 ? { name: source, samples } : undefined)
  }
  const choose = (source: string) => {
    asked.current = source
    if (source === PRESENT) return take(source, samplesOfItems(items))
    setReading('reading')
    takeModel(undefined)
    fetchFile(source)
      .then(samplesOfRecording)
      .then(
        (samples) => take(source, samples),
        () => asked.current === source && setReading('failed'),
      )
  }
  return (
    <div className={styles.source}>
      <label className={styles.label}>
        {words.from}
        <select
          value={asked.current}
          onChange={({ target }) => choose(target.value)}
          aria-describedby={status}
          data-testid="mimic-source"
        >
          <option value="" disabled>
            {words.none}
          </option>
          {SHIPPED.filter(({ name }) => name !== TOO_SHORT).map(({ url, name }) => (
            <option key={url} value={url}>
              {shipped[name]}
            </option>
          ))}
          <option value={PRESENT}>{words.present}</option>
        </select>
      </label>
      <p id={status} role="status" className={styles.note} data-testid="mimic-says">
        {reading === 'reading' && words.reading}
        {reading === 'failed' && words.failed}
        {reading === 'too few' && words.tooFew}
        {reading === 'none' && model && drawn(model.samples, words)}
      </p>
    </div>
  )
}

function drawn(samples: readonly MimicSample[], words: ShapingWords['mimic']): string {
  const mean = (of: (sample: MimicSample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  return words.drawn(
    samples.length,
    mean(({ bytes }) => bytes),
    mean(({ gapMs }) => gapMs),
  )
}

async function fetchFile(url: string): Promise<Blob> {
  const answer = await fetch(new URL(url, document.baseURI))
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  return answer.blob()
}
