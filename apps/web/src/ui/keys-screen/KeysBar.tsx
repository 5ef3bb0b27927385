import { SIMULATED } from '@v2scope/recording'
import { Printer } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { SecretsSwitch } from '../keys/SecretsSwitch.js'
import { Button } from '../parts/Button.js'
import { nameOf } from '../parts/format.js'
import { useIsPresent, useView } from '../session-hooks.js'
import styles from './KeysBar.module.css'

/** Whose keys these are, and whether the secret ones are shown. */
export function KeysBar() {
  const TEXT = useWords().keys.screen
  const peer = useView(({ settings }) => settings.peer)
  const role = useView(({ settings }) => settings.role)
  const recorded = useView(({ recording }) => recording !== undefined)
  const present = useIsPresent()
  const kind = recorded
    ? 'recorded'
    : present
      ? peer === SIMULATED
        ? 'simulated'
        : 'live'
      : 'last'
  return (
    <div className={styles.bar}>
      <p className={styles.fact}>
        {TEXT.session}{' '}
        {peer !== SIMULATED && (
          <>
            <strong translate="no">{nameOf(peer)}</strong> ·{' '}
          </>
        )}
        {TEXT.kinds[kind]}
      </p>
      <p className={styles.fact}>
        {TEXT.role} <strong>{TEXT.roles[role]}</strong>
      </p>
      <span className={styles.end}>
        <SecretsSwitch />
        <Button onClick={() => window.print()}>
          <Printer size={15} aria-hidden />
          {TEXT.print}
        </Button>
      </span>
    </div>
  )
}
