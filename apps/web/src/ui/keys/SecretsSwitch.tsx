import { useWords } from '../../words/words.js'
import styles from './SecretsSwitch.module.css'
import { showSecrets, useSecrets } from './secrets.js'

/** The one switch that hides every secret of the page, and every command that would tell one. */
export function SecretsSwitch() {
  const TEXT = useWords().keys.secrets
  const shown = useSecrets((state) => state.shown)
  return (
    <button
      type="button"
      role="switch"
      aria-checked={shown}
      aria-label={TEXT.name}
      className={styles.switch}
      onClick={() => showSecrets(!shown)}
      data-testid="secrets"
    >
      <span className={styles.track} aria-hidden>
        <span />
      </span>
      {TEXT.name} <strong>{shown ? TEXT.shown : TEXT.hidden}</strong>
    </button>
  )
}
