import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { NewSessionButton } from '../recording/NewSessionButton.js'
import { useActions, useIsLive, useIsPresent } from '../session-hooks.js'
import { Actions } from './Actions.js'
import { Counters } from './Counters.js'
import styles from './Footer.module.css'

export function Footer({ narrow }: { readonly narrow: boolean }) {
  const TEXT = useWords().footer
  const present = useIsPresent()
  const live = useIsLive()
  const { showCurrent } = useActions()
  return (
    <footer className={styles.footer}>
      <Counters narrow={narrow} />
      {live && <Actions narrow={narrow} />}
      {present && !live && (
        <p className={styles.last} data-testid="nothing-can-be-sent">
          {TEXT.recording}
          <NewSessionButton />
        </p>
      )}
      {!present && (
        <p className={styles.last}>
          {TEXT.last}
          <Button onClick={showCurrent}>{TEXT.back}</Button>
        </p>
      )}
    </footer>
  )
}
