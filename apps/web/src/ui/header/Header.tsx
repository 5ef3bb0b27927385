import type { ReactNode } from 'react'
import styles from './Header.module.css'
import { ThemeSwitch } from './ThemeSwitch.js'

const TEXT = { v2: 'v2', scope: 'scope', session: 'Session', nav: 'screens' }

interface Props {
  readonly narrow: boolean
  /** On a phone: what opens the setup. */
  readonly children?: ReactNode
}

export function Header({ narrow, children }: Props) {
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        {TEXT.v2}
        <span>{TEXT.scope}</span>
      </h1>
      {!narrow && (
        <nav aria-label={TEXT.nav}>
          <span aria-current="page">{TEXT.session}</span>
        </nav>
      )}
      <span className={styles.space} />
      {children}
      <ThemeSwitch small={narrow} />
    </header>
  )
}
