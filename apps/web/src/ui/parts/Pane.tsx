import type { ReactNode } from 'react'
import { join } from './join.js'
import styles from './Pane.module.css'

interface Props {
  readonly title: string
  readonly aside?: ReactNode
  readonly extra?: ReactNode
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Pane({ title, aside, extra, className, children }: Props) {
  return (
    <section className={join(styles.pane, className)} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {aside !== undefined && <p className={styles.aside}>{aside}</p>}
        {extra}
      </div>
      {children}
    </section>
  )
}

/** What will appear here, and when. */
export function Empty({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <strong>{title}</strong>
      <p>{children}</p>
    </div>
  )
}
