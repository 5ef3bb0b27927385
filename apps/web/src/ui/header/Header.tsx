import type { ReactNode } from 'react'
import { SCREENS } from '../../session/address.js'
import { useWords } from '../../words/words.js'
import { PaletteButton } from '../commands/PaletteButton.js'
import type { Layout } from '../parts/use-layout.js'
import { OpenButton } from '../recording/OpenButton.js'
import { SaveButton } from '../recording/SaveButton.js'
import { useActions, useApp } from '../session-hooks.js'
import styles from './Header.module.css'
import { LanguageSwitch } from './LanguageSwitch.js'
import { ScreenMenu } from './ScreenMenu.js'
import { ThemeSwitch } from './ThemeSwitch.js'

/** The name, in two colours. */
const NAME = ['v2', 'scope']

interface Props {
  readonly layout: Layout
  /** Where the line of the setup has no room for it. */
  readonly children?: ReactNode
}

export function Header({ layout, children }: Props) {
  const narrow = layout === 'narrow'
  const words = useWords().screens
  const screen = useApp((state) => state.screen)
  const { goTo } = useActions()
  const small = narrow || layout === 'middle'
  return (
    <header className={styles.header}>
      <h1 className={styles.mark} translate="no">
        {NAME[0]}
        <span>{NAME[1]}</span>
      </h1>
      {small ? (
        <ScreenMenu short={children !== undefined} />
      ) : (
        <nav aria-label={words.nav}>
          {SCREENS.map((name) => (
            <a
              key={name}
              href={`#/${name}`}
              aria-current={name === screen ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault()
                goTo(name)
              }}
            >
              {words.names[name]}
            </a>
          ))}
        </nav>
      )}
      <span className={styles.space} />
      {children}
      <OpenButton small={small} />
      <SaveButton small={small} />
      <LanguageSwitch small={small} />
      {!narrow && <ThemeSwitch />}
      <PaletteButton small={small} />
    </header>
  )
}
