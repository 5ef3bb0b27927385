import { Monitor, Moon, Sun } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import styles from './ThemeSwitch.module.css'
import { setTheme, THEMES, useTheme } from './theme.js'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** On a phone it is among the commands. */
export function ThemeSwitch() {
  const TEXT = useWords().header
  const theme = useTheme((state) => state.theme)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div role="group" aria-label={TEXT.theme} className={styles.group}>
      {THEMES.map((name) => {
        const Icon = ICONS[name]
        return (
          <Button
            key={name}
            look="ghost"
            icon
            className={join(name === theme && styles.on)}
            aria-pressed={name === theme}
            aria-label={TEXT.themes[name]}
            title={TEXT.themes[name]}
            onClick={() => setTheme(name)}
          >
            <Icon size={15} aria-hidden />
          </Button>
        )
      })}
    </div>
  )
}
