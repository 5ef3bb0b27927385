import { SIMULATED } from '@v2scope/recording'
import { ArrowLeft, Printer } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { SecretsSwitch } from '../keys/SecretsSwitch.js'
import { Button } from '../parts/Button.js'
import { nameOf } from '../parts/format.js'
import { useLayout } from '../parts/use-layout.js'
import { useActions, useIsPresent, useView } from '../session-hooks.js'
import styles from './KeysBar.module.css'

/** Whose keys these are, and whether the secret ones are shown; the way back, where the header has no room for it. */
export function KeysBar() {
  const { keys, screens } = useWords()
  const TEXT = keys.screen
  const { goTo } = useActions()
  const layout = useLayout()
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
      {(layout === 'narrow' || layout === 'middle') && (
        <Button className={styles.back} onClick={() => goTo('session')}>
          <ArrowLeft size={15} aria-hidden />
          {screens.names.session}
        </Button>
      )}
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
