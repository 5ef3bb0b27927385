import { useWords } from '../../words/words.js'
import styles from './KeyNames.module.css'
import { isAppleKeyboard, keyName } from './shortcuts.js'

/** Keys as they are printed on the keyboard. */
export function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  const { space } = useWords().palette
  return keys.map((key) => (
    <kbd key={key} className={styles.key} translate={key === ' ' ? 'yes' : 'no'}>
      {keyName(key, isAppleKeyboard(), space)}
    </kbd>
  ))
}
