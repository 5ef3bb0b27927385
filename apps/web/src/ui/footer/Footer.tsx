import { Button } from '../parts/Button.js'
import { useActions, useIsPresent } from '../session-hooks.js'
import { Actions } from './Actions.js'
import { Counters } from './Counters.js'
import styles from './Footer.module.css'

const TEXT = {
  last: 'the last session, only to look at',
  back: 'Back to the present one',
}

export function Footer({ narrow }: { readonly narrow: boolean }) {
  const present = useIsPresent()
  const { showCurrent } = useActions()
  return (
    <footer className={styles.footer}>
      <Counters narrow={narrow} />
      {present ? (
        <Actions narrow={narrow} />
      ) : (
        <p className={styles.last}>
          {TEXT.last}
          <Button onClick={showCurrent}>{TEXT.back}</Button>
        </p>
      )}
    </footer>
  )
}
