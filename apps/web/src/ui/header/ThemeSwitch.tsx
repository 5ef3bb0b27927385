import { Monitor, Moon, Sun } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import styles from './ThemeSwitch.module.css'
import { setTheme, THEMES, useTheme } from './theme.js'

const TEXT = {
  group: 'theme',
  system: 'theme as the system has it',
  light: 'light theme',
  dark: 'dark theme',
}
const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Three buttons; on a phone one that goes round. */
export function ThemeSwitch({ small }: { readonly small: boolean }) {
  const theme = useTheme((state) => state.theme)
  if (small) {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
    const Icon = ICONS[theme]
    return (
      <Button
        look="ghost"
        icon
        aria-label={`${TEXT[theme]}; ${TEXT[next]}`}
        onClick={() => setTheme(next)}
      >
        <Icon size={17} aria-hidden />
      </Button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div role="group" aria-label={TEXT.group} className={styles.group}>
      {THEMES.map((name) => {
        const Icon = ICONS[name]
        return (
          <Button
            key={name}
            look="ghost"
            icon
            className={join(name === theme && styles.on)}
            aria-pressed={name === theme}
            aria-label={TEXT[name]}
            title={TEXT[name]}
            onClick={() => setTheme(name)}
          >
            <Icon size={15} aria-hidden />
          </Button>
        )
      })}
    </div>
  )
}
