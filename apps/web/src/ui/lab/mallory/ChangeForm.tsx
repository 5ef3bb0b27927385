import type { MalloryChange } from '@v2scope/lab'
import { Check } from 'lucide-react'
import { useId } from 'react'
import type { MalloryWords } from '../../../words/mallory.js'
import { Button } from '../../parts/Button.js'
import { join } from '../../parts/join.js'
import { Pane } from '../../parts/Pane.js'
import { useActions, useWholeView } from '../../session-hooks.js'
import styles from './ChangeForm.module.css'
import {
  CHANGE_KINDS,
  type ChangeKind,
  changeOf,
  chooseChange,
  isSameChange,
  useMalloryChoice,
  writeChange,
} from './mallory-choice.js'
import { useIsOver, useStanding } from './use-mallory.js'

/** Where a node shows what it was told, in `getpeerinfo`; and in which message of ours it was. */
const SHOWN = {
  'user agent': { field: 'subver', message: 'version' },
  'start height': { field: 'startingheight', message: 'version' },
  'fee filter': { field: 'minfeefilter', message: 'feefilter' },
} as const

/** What she changes: before the session starts, or while it runs. */
export function ChangeForm({ TEXT }: { readonly TEXT: MalloryWords }) {
  const { change: words } = TEXT
  const { labCommand } = useActions()
  const choice = useMalloryChoice()
  const standing = useStanding()
  const isOver = useIsOver()
  const isV1 = useWholeView(
    ({ lab, status }) => lab?.mallory !== undefined && status.transport === 'v1',
  )
  const change = changeOf(choice)
  const isRunning = standing !== undefined && !isOver
  const isInForce = isRunning && change !== 'bad' && isSameChange(change, standing.change)
  return (
    <Pane title={words.title} className={styles.pane}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (change !== 'bad' && isRunning) labCommand({ type: 'change_messages', change })
        }}
      >
        <p className={styles.why}>{words.why[choice.mode === 'downgrade' || isV1 ? 'v1' : 'v2']}</p>
        <fieldset className={styles.kinds}>
          <legend>{words.legend}</legend>
          {CHANGE_KINDS.map((kind) => (
            <Kind key={kind} kind={kind} TEXT={TEXT} isChosen={kind === choice.kind} />
          ))}
        </fieldset>
        <div className={styles.foot}>
          {isRunning ? (
            <Button
              type="submit"
              look={isInForce || change === 'bad' ? 'plain' : 'primary'}
              aria-disabled={isInForce || change === 'bad'}
              data-testid="change-apply"
            >
              {isInForce && <Check size={14} aria-hidden />}
              {isInForce ? words.applied : words.apply}
            </Button>
          ) : (
            <span className={styles.why}>{words.atStart}</span>
          )}
          {isInForce && <Effect TEXT={TEXT} change={standing.change} />}
        </div>
      </form>
    </Pane>
  )
}

interface KindProps {
  readonly kind: ChangeKind
  readonly TEXT: MalloryWords
  readonly isChosen: boolean
}

function Kind({ kind, TEXT: { change: words }, isChosen }: KindProps) {
  return (
    <div className={styles.kind}>
      <label>
        <input
          type="radio"
          name="mallory-change"
          checked={isChosen}
          onChange={() => chooseChange(kind)}
          data-testid={`change-${kind.replace(' ', '-')}`}
        />
        <b>{words.kinds[kind]}</b>
      </label>
      {isChosen && (
        <div className={styles.more}>
          {kind !== 'nothing' && <Value kind={kind} words={words} />}
          <p className={styles.why}>{words.says[kind]}</p>
          {kind !== 'nothing' && (
            <>
              <p className={styles.why}>
                {words.inMessage} <code translate="no">{SHOWN[kind].message}</code>
              </p>
              <p className={styles.why}>
                {words.shows} <code translate="no">bitcoin-cli getpeerinfo</code> →{' '}
                <code translate="no">{SHOWN[kind].field}</code>
              </p>
            </>
          )}
        </div>
      )}
    </div>
  )
}

interface ValueProps {
  readonly kind: Exclude<ChangeKind, 'nothing'>
  readonly words: MalloryWords['change']
}

function Value({ kind, words }: ValueProps) {
  const choice = useMalloryChoice()
  const hint = useId()
  const isBad = changeOf(choice) === 'bad'
  const label = words.fields[kind]
  return (
    <span className={styles.value}>
      <input
        value={choice.written[kind]}
        aria-label={label}
        aria-invalid={isBad}
        aria-describedby={isBad ? hint : undefined}
        inputMode={kind === 'user agent' ? 'text' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        className={join(styles.input, isBad && styles.bad)}
        onChange={({ target }) => writeChange(kind, target.value)}
        data-testid="change-value"
      />
      {kind === 'fee filter' && <span translate="no">sat/kvB</span>}
      {isBad && (
        <span id={hint} role="status" className={styles.hint}>
          {words.bad[kind]}
        </span>
      )}
    </span>
  )
}

/** Whether it can still come about: a version message is sent once. */
function Effect({
  TEXT: { change: words },
  change,
}: {
  readonly TEXT: MalloryWords
  readonly change: MalloryChange | undefined
}) {
  const changed = useStanding()?.changedSince ?? 0
  const isGreeted = useWholeView(({ status }) => status.state === 'ready')
  if (!change) return null
  const isTooLate = changed === 0 && isGreeted && change.kind !== 'fee filter'
  return (
    <span role="status" className={styles.why} data-testid="change-effect">
      {isTooLate ? words.nextStart : words.changes(changed)}
    </span>
  )
}
