import { endingOf } from '../../session/ending.js'
import type { TermId } from '../../words/glossary.js'
import { useWords } from '../../words/words.js'
import { Term } from '../glossary/Term.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import styles from './PhaseSteps.module.css'
import { hasBegun, STEPS, type StepName, stepsOf } from './phase-steps.js'

const TERMS: Partial<Readonly<Record<StepName, TermId>>> = {
  keys: 'elligator_swift',
  garbage: 'garbage',
  'version packet': 'version_packet',
}

/** connected, keys, garbage, version packet, and what it came to. */
export function PhaseSteps({ short }: { readonly short: boolean }) {
  const TEXT = useWords().state
  const state = useView(({ status }) => status.state)
  const phase = useView(({ status }) => status.phase)
  const transport = useView(({ status }) => status.transport)
  const started = useView(hasBegun)
  const ended = useView(({ status }) => endingOf(status))
  const listening = useView(({ status }) => status.listening !== undefined)
  const { states, end } = stepsOf({ state, phase, transport, started })
  const active = states.findIndex((step) => step === 'now' || step === 'failed')
  const ending = {
    'to come': styles.later,
    encrypted: styles.good,
    'not encrypted': styles.bad,
    closed: styles.later,
    failed: styles.bad,
  }[end]
  const connecting = listening ? TEXT.listening : TEXT.connecting
  const sayEnd = !short || end !== 'to come'
  return (
    <ol
      className={join(styles.steps, short && styles.short)}
      aria-label={TEXT.phase}
      data-testid="phase"
      data-phase={phase}
    >
      {states.map((step, i) => {
        const name = STEPS[i]
        if (short && i !== active) return null
        return (
          <li
            key={name}
            className={join(
              step === 'done' && styles.done,
              step === 'now' && styles.now,
              step === 'failed' && styles.failed,
            )}
            aria-current={step === 'now' ? 'step' : undefined}
          >
            {i === 0 && step !== 'done' ? connecting : name && <Step name={name} />}
          </li>
        )
      })}
      {sayEnd && (
        <li className={ending} aria-current={end === 'encrypted' ? 'step' : undefined}>
          {end === 'encrypted' ? (
            <Term id="man_in_the_middle">{TEXT.ends[end]}</Term>
          ) : (
            ((ended && TEXT.ended[ended]) ?? TEXT.ends[end])
          )}
        </li>
      )}
    </ol>
  )
}

function Step({ name }: { readonly name: StepName }) {
  const text = useWords().state.steps[name]
  const id = TERMS[name]
  return id === undefined ? text : <Term id={id}>{text}</Term>
}
