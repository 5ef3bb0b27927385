import type { Derivation, EllswiftDecoding } from '@v2scope/bip324'
import { Check } from 'lucide-react'
import { CopyButton } from '../parts/CopyButton.js'
import { toHexText } from '../parts/format.js'
import { Hex } from '../parts/Hex.js'
import { join } from '../parts/join.js'
import styles from './Candidates.module.css'

interface Props {
  readonly decoding: EllswiftDecoding
  readonly summary: string
}

/** The three x that u and t may stand for, in the order of trial; the first on the curve is taken. */
export function Candidates({ decoding, summary }: Props) {
  return (
    <>
      <ol className={styles.candidates}>
        {decoding.candidates.map(({ name, formula, outcome }) => (
          <li key={name} className={join(outcome === 'taken' && styles.taken)}>
            <b>{name}</b>
            <span>{formula}</span>
            <em>
              {outcome === 'taken' && <Check size={13} aria-hidden />}
              {outcome}
            </em>
          </li>
        ))}
      </ol>
      <details className={styles.steps}>
        <summary>{summary}</summary>
        {[...decoding.steps, ...decoding.candidates].map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </details>
    </>
  )
}

function Step({ step: { name, formula, output } }: { readonly step: Derivation }) {
  const hex = toHexText(output)
  return (
    <div className={styles.step}>
      <p>
        <b>{name}</b> = {formula}
        <CopyButton text={hex} what={name} />
      </p>
      <Hex hex={hex} />
    </div>
  )
}
