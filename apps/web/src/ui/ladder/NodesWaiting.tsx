import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useIsLive, useWholeView } from '../session-hooks.js'
import styles from './NodesWaiting.module.css'

/** Who dials while there is a session already, and who did in vain. */
export function NodesWaiting() {
  const TEXT = useWords().ladder.dialled
  const isLive = useIsLive()
  const state = useWholeView(({ status }) => status.state)
  const next = useWholeView(({ status }) => status.listening?.waiting[0])
  const missed = useWholeView(({ status }) => status.listening?.missed ?? 0)
  const { again } = useActions()
  if (!isLive || state === 'connecting' || (next === undefined && missed === 0)) return null
  const isOver = state === 'closed' || state === 'failed'
  return (
    <div className={styles.bar} role="status" data-testid="nodes-waiting">
      {next === undefined ? (
        <p>{TEXT.missed(missed)}</p>
      ) : (
        <>
          <p>
            {TEXT.another} <code translate="no">{next}</code>
          </p>
          <Button
            look="primary"
            title={isOver ? undefined : TEXT.takeWhy}
            onClick={() => again()}
            data-testid="take-node"
          >
            {TEXT.take}
          </Button>
        </>
      )}
    </div>
  )
}
