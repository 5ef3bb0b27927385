import { Check, X } from 'lucide-react'
import { join } from '../../parts/join.js'
import styles from './Found.module.css'

interface Props {
  readonly isSame: boolean
  readonly children: string
}

/** What a comparison has come to. */
export function Found({ isSame, children }: Props) {
  const Icon = isSame ? Check : X
  return (
    <p className={join(styles.found, isSame ? styles.good : styles.bad)} data-testid="found">
      <Icon size={15} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
