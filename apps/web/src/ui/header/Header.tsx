import type { ReactNode } from 'react'
import type { Layout } from '../parts/use-layout.js'
import { OpenButton } from '../recording/OpenButton.js'
import { SaveButton } from '../recording/SaveButton.js'
import styles from './Header.module.css'
import { ThemeSwitch } from './ThemeSwitch.js'

const TEXT = { v2: 'v2', scope: 'scope', session: 'Session', nav: 'screens' }

interface Props {
  readonly layout: Layout
  /** Where the line of the setup has no room for it. */
  readonly children?: ReactNode
}

export function Header({ layout, children }: Props) {
  const narrow = layout === 'narrow'
  const small = narrow || layout === 'middle'
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        {TEXT.v2}
        <span>{TEXT.scope}</span>
      </h1>
      {!small && (
        <nav aria-label={TEXT.nav}>
          <span aria-current="page">{TEXT.session}</span>
        </nav>
      )}
      <span className={styles.space} />
      {children}
      <OpenButton small={small} />
      <SaveButton small={small} />
      <ThemeSwitch small={narrow} />
    </header>
  )
}
