import type { XCandidate } from '@v2scope/bip324'
import type { KeyNode } from '@v2scope/key-schedule'
import { Check } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { useUi } from '../ui-store.js'
import styles from './Candidates.module.css'
import { Part } from './Part.js'

interface Props {
  /** `x_ours` or `x_theirs`. */
  readonly x: KeyNode
  /** Of the whole schedule. */
  readonly nodes: readonly KeyNode[]
}

/** The three x that u and t may stand for, in the order of trial, with what judged each of them. */
export function Candidates({ x, nodes }: Props) {
  const TEXT = useWords().keys.candidates
  const inside = nodes.filter(({ id }) => id.startsWith(`${x.id}.`))
  const steps = inside.filter(({ kind }) => STEPS.has(kind))
  const isStepChosen = useUi(({ keyNode }) => steps.some(({ id }) => id === keyNode))
  return (
    <>
      <ol className={styles.candidates} aria-label={TEXT.label}>
        {inside
          .filter(({ kind }) => kind === 'candidate')
          .map((candidate) => (
            <li key={candidate.id}>
              <Candidate candidate={candidate} inside={inside} />
            </li>
          ))}
      </ol>
      <details className={styles.steps} open={isStepChosen || undefined}>
        <summary>{TEXT.steps}</summary>
        {steps.map((step) => (
          <Part key={step.id} node={step} withValue />
        ))}
      </details>
    </>
  )
}

const STEPS: ReadonlySet<KeyNode['kind']> = new Set(['u', 't', 'X', 'Y'])

interface CandidateProps {
  readonly candidate: KeyNode
  readonly inside: readonly KeyNode[]
}

/** With its g and the power of it, as soon as one of the three is looked at. */
function Candidate({ candidate, inside }: CandidateProps) {
  const TEXT = useWords().keys.candidates
  const judges = inside.filter(({ id }) => id.startsWith(`${candidate.id}.`))
  const open = useUi(
    ({ keyNode }) => keyNode === candidate.id || judges.some(({ id }) => id === keyNode),
  )
  const outcome = outcomeOf(judges)
  const taken = outcome === 'taken'
  return (
    <>
      <Part
        node={candidate}
        strong={taken}
        outcome={
          <>
            {taken && <Check size={13} aria-hidden />}
            {TEXT.outcomes[outcome]}
          </>
        }
      />
      {open && (
        <div className={styles.judged}>
          <p>{TEXT.why[outcome]}</p>
          {judges.map((judge) => (
            <Part key={judge.id} node={judge} withValue />
          ))}
        </div>
      )}
    </>
  )
}

/** Where it was tried there is a power of g; of a square it is 1. */
function outcomeOf(judges: readonly KeyNode[]): XCandidate['outcome'] {
  const power = judges.find(({ kind }) => kind === 'legendre')?.output
  if (power === undefined) return 'not tried'
  return power.at(-1) === 1 && power.slice(0, -1).every((byte) => byte === 0)
    ? 'taken'
    : 'not on the curve'
}
