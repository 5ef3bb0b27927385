import type { Eavesdropping } from '@v2scope/eavesdropper'
import { SIMULATED } from '@v2scope/recording'
import { Play, RotateCcw } from 'lucide-react'
import { viewedSession } from '../../session/store.js'
import type { EavesdropperWords } from '../../words/eavesdropper.js'
import { useSessionName } from '../compare/use-session-name.js'
import { Button } from '../parts/Button.js'
import { Empty } from '../parts/Pane.js'
import { useActions, useApp, useIsLive } from '../session-hooks.js'
import styles from './SessionLine.module.css'
import { useStartSimulated } from './start-simulated.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping | undefined
}

/** Which session is listened to, and how much of it there is. */
export function SessionLine({ TEXT, now }: Props) {
  const session = useApp(viewedSession)
  const isLive = useIsLive()
  const nameOf = useSessionName()
  const { again } = useActions()
  const startSimulated = useStartSimulated()
  const { segments } = now ?? {}
  const total = segments && [segments.total.sent, segments.total.received]
  const sum = (of: 'segments' | 'bytes') => total?.reduce((n, way) => n + way[of], 0) ?? 0
  return (
    <div className={styles.line}>
      {session && <p className={styles.name}>{TEXT.session.listening(nameOf(session))}</p>}
      {now && total && (
        <p className={styles.much} data-testid="eavesdropper-much">
          {TEXT.session.upTo(sum('segments'), sum('bytes'), (now.time / 1000).toFixed(1))}
        </p>
      )}
      <span className={styles.ways}>
        {isLive && session && (
          <Button onClick={() => again()} data-testid="eavesdropper-again">
            <RotateCcw size={14} aria-hidden />
            {TEXT.session.again}
          </Button>
        )}
        {(!isLive || session?.settings.peer !== SIMULATED) && (
          <Button onClick={startSimulated} data-testid="eavesdropper-simulated">
            <Play size={14} aria-hidden />
            {TEXT.session.simulated}
          </Button>
        )}
      </span>
    </div>
  )
}

/** Before there are bytes: how to come by some. */
export function NothingYet({ TEXT }: Pick<Props, 'TEXT'>) {
  const startSimulated = useStartSimulated()
  return (
    <div className={styles.empty} data-testid="eavesdropper-empty">
      <Empty title={TEXT.empty.title}>
        {TEXT.empty.why}{' '}
        <Button
          look="primary"
          className={styles.start}
          onClick={startSimulated}
          data-testid="eavesdropper-start"
        >
          <Play size={14} aria-hidden />
          {TEXT.empty.start}
        </Button>
      </Empty>
    </div>
  )
}
