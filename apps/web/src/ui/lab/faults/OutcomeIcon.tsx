import type { Outcome } from '@v2scope/lab'
import { CircleCheck, Hourglass, OctagonX } from 'lucide-react'
import styles from './OutcomeIcon.module.css'

const ICONS = { 'fails at once': OctagonX, stalls: Hourglass, 'nothing changes': CircleCheck }
const LOOKS = {
  'fails at once': styles.fails,
  stalls: styles.stalls,
  'nothing changes': styles.same,
}

interface Props {
  readonly outcome: Outcome
  readonly size?: number
  /** Where nothing beside it says so. */
  readonly label?: string
}

/** Each outcome has a shape and a colour. */
export function OutcomeIcon({ outcome, size = 15, label }: Props) {
  const Icon = ICONS[outcome]
  return (
    <Icon
      size={size}
      className={LOOKS[outcome]}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  )
}
