import { useLanguage } from '../../words/words.js'
import styles from './InEnglish.module.css'

/** What the core said in its own words, with the numbers that they hold, below what they mean. */
export function InEnglish({ children }: { readonly children: string }) {
  const isThere = useLanguage(({ language }) => language === 'en')
  if (isThere) return null
  return (
    <p lang="en" translate="no" className={styles.said}>
      {children}
    </p>
  )
}
