import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useIsLive, useWholeView } from '../session-hooks.js'
import styles from './NodesWaiting.module.css'

/** Who dials while there is a session already, and who did in vain. */
export function NodesWaiting() {
  const isLive = useIsLive()
  const state = useWholeView(({ status }) => status.state)
  const listens = useWholeView(({ status }) => status.listening !== undefined)
  if (!isLive || !listens || state === 'connecting') return null
  // there before it has anything to say, or it would not be heard
  return (
    <div role="status">
      <News isOver={state === 'closed' || state === 'failed'} />
    </div>
  )
}

function News({ isOver }: { readonly isOver: boolean }) {
  const TEXT = useWords().ladder.dialled
  const next = useWholeView(({ status }) => status.listening?.waiting[0])
  const missed = useWholeView(({ status }) => status.listening?.missed ?? 0)
  const { again } = useActions()
  if (next === undefined && missed === 0) return null
  return (
    <div className={styles.bar} data-testid="nodes-waiting">
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
