import { ChevronDown } from 'lucide-react'
import { SCREENS } from '../../session/address.js'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useActions, useApp } from '../session-hooks.js'
import styles from './ScreenMenu.module.css'

/** The way between the screens where there is no room for a link to each. @param short the mark beside it stands for the name */
export function ScreenMenu({ short }: { readonly short: boolean }) {
  const { nav, names } = useWords().screens
  const screen = useApp((state) => state.screen)
  const { goTo } = useActions()
  return (
    <span className={join(styles.menu, short && styles.short)}>
      <span className={styles.name} aria-hidden>
        {names[screen]}
      </span>
      <ChevronDown size={15} className={styles.chevron} aria-hidden />
      <select
        aria-label={nav}
        value={screen}
        onChange={({ target: { value } }) => {
          const to = SCREENS.find((name) => name === value)
          if (to) goTo(to)
        }}
        data-testid="screen-menu"
      >
        {SCREENS.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </span>
  )
}
