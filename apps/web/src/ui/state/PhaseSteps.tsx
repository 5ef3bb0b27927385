import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import styles from './PhaseSteps.module.css'
import { STEPS, stepsOf } from './phase-steps.js'

/** connected, keys, garbage, version packet, and what it came to. */
export function PhaseSteps({ short }: { readonly short: boolean }) {
  const TEXT = useWords().state
  const state = useView(({ status }) => status.state)
  const phase = useView(({ status }) => status.phase)
  const transport = useView(({ status }) => status.transport)
  const started = useView(({ items }) => items.length > 0)
  const { states, end } = stepsOf({ state, phase, transport, started })
  const active = states.findIndex((step) => step === 'now' || step === 'failed')
  const ending = {
    'to come': styles.later,
    encrypted: styles.good,
    'not encrypted': styles.bad,
    closed: styles.later,
    failed: styles.bad,
  }[end]
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
            {i === 0 && step !== 'done' ? TEXT.connecting : name && TEXT.steps[name]}
          </li>
        )
      })}
      {sayEnd && (
        <li className={ending} aria-current={end === 'encrypted' ? 'step' : undefined}>
          {TEXT.ends[end]}
        </li>
      )}
    </ol>
  )
}
