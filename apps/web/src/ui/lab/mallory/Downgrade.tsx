import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Loss, MalloryWords } from '../../../words/mallory.js'
import { Rule } from '../../details/Rule.js'
import { Button } from '../../parts/Button.js'
import { join } from '../../parts/join.js'
import { Pane } from '../../parts/Pane.js'
import { useActions, useWholeView } from '../../session-hooks.js'
import styles from './Downgrade.module.css'
import { useStanding } from './use-mallory.js'

/** She drops v2; S2 offers v1, and what that costs is said. */
export function Downgrade({ TEXT }: { readonly TEXT: MalloryWords }) {
  return (
    <div className={styles.both}>
      <Steps TEXT={TEXT} />
      <Lost TEXT={TEXT} />
    </div>
  )
}

function Steps({ TEXT }: { readonly TEXT: MalloryWords }) {
  const { title, steps } = TEXT.downgrade
  const { tryV1 } = useActions()
  const refused = useStanding()?.refused ?? 0
  const failure = useWholeView(({ status, lab }) =>
    lab?.mallory?.mode === 'downgrade' ? status.failure : undefined,
  )
  const isV1 = useWholeView(
    ({ lab, settings }) => lab?.mallory !== undefined && settings.transport === 'v1',
  )
  const isOpen = useWholeView(({ status }) => status.state === 'ready')
  const mayTry = failure?.v1MayWork === true
  const isCalled = useWholeView(
    ({ lab, settings }) => lab?.mallory !== undefined && settings.role === 'responder',
  )
  const reached = isV1 ? 4 : mayTry ? 3 : refused > 0 ? (isCalled ? 2 : 1) : 0
  return (
    <Pane title={title}>
      <ol className={styles.steps} data-testid="downgrade-steps" data-reached={reached}>
        <Step isDone={reached >= 1}>
          {isV1 ? steps.refusedBefore : refused > 0 ? steps.refused(refused) : steps.refusing}
        </Step>
        <Step isDone={reached >= 2}>
          {isCalled
            ? steps.failsCalled
            : isV1
              ? steps.failedBefore
              : mayTry
                ? steps.failed
                : steps.fails}
          {mayTry && (
            <>
              {' '}
              <code translate="no">{failure.code}</code> <Rule row={failure.row} />
            </>
          )}
        </Step>
        {isCalled ? (
          <Step isDone={false}>{steps.caller}</Step>
        ) : (
          <>
            <Step isDone={reached >= 3}>
              {steps.offer}
              {mayTry && (
                <span className={styles.offer}>
                  <Button onClick={tryV1} data-testid="downgrade-try-v1">
                    <TriangleAlert size={14} aria-hidden />
                    {steps.tryV1}
                  </Button>
                </span>
              )}
              <span className={styles.aside}>{steps.core}</span>
            </Step>
            <Step isDone={isV1 && isOpen}>{isV1 ? steps.passed : steps.passes}</Step>
          </>
        )}
      </ol>
    </Pane>
  )
}

function Step({ isDone, children }: { readonly isDone: boolean; readonly children: ReactNode }) {
  return <li className={join(isDone && styles.done)}>{children}</li>
}

const LOSSES: readonly Loss[] = ['reader', 'recognised', 'lengths', 'change', 'id']

function Lost({ TEXT }: { readonly TEXT: MalloryWords }) {
  const { lost } = TEXT.downgrade
  return (
    <Pane title={lost.title}>
      <table className={styles.lost} data-testid="lost">
        <thead>
          <tr>
            <th scope="col">{lost.what}</th>
            <th scope="col" translate="no">
              v2
            </th>
            <th scope="col" translate="no">
              v1
            </th>
          </tr>
        </thead>
        <tbody>
          {LOSSES.map((loss) => (
            <tr key={loss}>
              <th scope="row">{lost.rows[loss].name}</th>
              <td>{lost.rows[loss].v2}</td>
              <td className={styles.worse}>{lost.rows[loss].v1}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  )
}
