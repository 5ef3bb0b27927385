import type { ReactNode } from 'react'
import { join } from '../parts/join.js'
import styles from './Milestone.module.css'

interface Props {
  readonly bad?: boolean
  readonly children: ReactNode
}

/** A line across both lanes: something has been reached. */
export function Milestone({ bad = false, children }: Props) {
  return (
    <div role="presentation" className={join(styles.milestone, bad && styles.bad)}>
      <span>{children}</span>
    </div>
  )
}
