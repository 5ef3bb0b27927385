import { Plug, RotateCcw } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { LastSwitch } from './LastSwitch.js'
import { Problems } from './Problems.js'
import styles from './SetupBar.module.css'
import { SetupFields, WRONG } from './SetupFields.js'
import type { DraftState } from './use-draft.js'

const TEXT = {
  label: 'set up a session',
  connect: 'Connect',
  again: 'Again',
  againWhy: 'a fresh session with the same settings; this one is kept to look at',
  changed: 'changed: Connect applies it',
}

const FORM = 'setup'

interface Props extends DraftState {
  /** Whether there is room for what ends the line. */
  readonly withEnd: boolean
}

/** With whom, and how; a change is only applied by Connect. */
export function SetupBar({ withEnd, ...setup }: Props) {
  const { draft, change, wrong, connect, readOnly } = setup
  return (
    <form
      id={FORM}
      className={styles.bar}
      aria-label={TEXT.label}
      onSubmit={(event) => {
        event.preventDefault()
        connect()
      }}
    >
      {draft && <SetupFields {...{ draft, change, wrong, readOnly }} />}
      <Problems />
      {withEnd && <SetupEnd {...setup} />}
    </form>
  )
}

/** Whether something is to be applied, the session before this one, and the button. */
export function SetupEnd({ changed, wrong, readOnly }: DraftState) {
  const [first] = wrong
  const said = first === undefined ? changed && TEXT.changed : WRONG[first]
  return (
    <span className={styles.end}>
      <span role="status" className={join(styles.changed, first !== undefined && styles.wrong)}>
        {said}
      </span>
      <LastSwitch />
      {!readOnly && <ConnectButton {...{ changed, wrong }} form={FORM} />}
    </span>
  )
}

interface ConnectProps extends Pick<DraftState, 'changed' | 'wrong'> {
  /** The id of the form, where the button stands outside. */
  readonly form?: string
}

export function ConnectButton({ changed, wrong, form }: ConnectProps) {
  return (
    <Button
      type="submit"
      form={form}
      look={changed ? 'primary' : 'plain'}
      disabled={wrong.length > 0}
      title={changed ? undefined : TEXT.againWhy}
      data-testid={changed ? 'connect' : 'again'}
    >
      {changed ? <Plug size={14} aria-hidden /> : <RotateCcw size={14} aria-hidden />}
      {changed ? TEXT.connect : TEXT.again}
    </Button>
  )
}
