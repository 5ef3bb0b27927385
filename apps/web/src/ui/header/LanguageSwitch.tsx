import { setLanguage, TAGS, useLanguage, useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import styles from './ThemeSwitch.module.css'

/** A language is called by its own name, in every language. */
const NAMES = {
  en: { short: 'EN', whole: 'English' },
  zh: { short: '中文', whole: '简体中文' },
}
const OFFERED = ['en', 'zh'] as const
type Offered = (typeof OFFERED)[number]

/** A button for each language; on a phone one for the other language. */
export function LanguageSwitch({ small }: { readonly small: boolean }) {
  const TEXT = useWords().header
  const language = useLanguage((state) => state.language)
  if (small) return <Choice name={language === 'zh' ? 'en' : 'zh'} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div role="group" aria-label={TEXT.language} className={styles.group}>
      {OFFERED.map((name) => (
        <Choice key={name} name={name} chosen={name === language} />
      ))}
    </div>
  )
}

function Choice({ name, chosen }: { readonly name: Offered; readonly chosen?: boolean }) {
  const { short, whole } = NAMES[name]
  return (
    <Button
      look="ghost"
      className={join(styles.language, chosen && styles.on)}
      lang={TAGS[name]}
      translate="no"
      aria-pressed={chosen}
      title={whole}
      onClick={() => void setLanguage(name)}
      data-testid={`language-${name}`}
    >
      {short}
    </Button>
  )
}
