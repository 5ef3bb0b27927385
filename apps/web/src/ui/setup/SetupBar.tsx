import { FolderOpen, Plug, RotateCcw } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { SpeedChoice, TransportButtons } from '../transport/TransportButtons.js'
import { ON_SHOW } from './draft.js'
import { LastSwitch } from './LastSwitch.js'
import { Problems } from './Problems.js'
import styles from './SetupBar.module.css'
import { SetupFields, WRONG } from './SetupFields.js'
import { StopButton } from './StopButton.js'
import type { DraftState } from './use-draft.js'

const TEXT = {
  label: 'set up a session',
  connect: 'Connect',
  open: 'Open',
  again: 'Again',
  againWhy: 'a fresh session with the same settings; this one is kept to look at',
  changed: 'changed: Connect applies it',
  chosen: 'chosen: Open shows it',
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
      {withEnd && <SetupEnd {...setup} withTransport />}
    </form>
  )
}

interface EndProps extends DraftState {
  readonly withTransport?: boolean
}

/** Whether something is to be applied, the session before this one, and the button. */
export function SetupEnd({ withTransport = false, ...setup }: EndProps) {
  const { changed, wrong, draft } = setup
  const [first] = wrong
  const toApply = draft?.recording === undefined ? TEXT.changed : TEXT.chosen
  const said = first === undefined ? changed && toApply : WRONG[first]
  return (
    <span className={styles.end}>
      <span role="status" className={join(styles.changed, first !== undefined && styles.wrong)}>
        {said}
      </span>
      <LastSwitch />
      {withTransport && (
        <>
          <TransportButtons />
          <SpeedChoice />
        </>
      )}
      <StopButton />
      <ConnectButton {...setup} form={FORM} />
    </span>
  )
}

interface ConnectProps extends DraftState {
  /** The id of the form, where the button stands outside. */
  readonly form?: string
}

/** Applies what is written; where nothing is, it does the same again. */
export function ConnectButton({ draft, changed, wrong, readOnly, form }: ConnectProps) {
  if (readOnly || draft?.recording === ON_SHOW) return null
  const [Icon, label] = !changed
    ? [RotateCcw, TEXT.again]
    : draft?.recording === undefined
      ? [Plug, TEXT.connect]
      : [FolderOpen, TEXT.open]
  return (
    <Button
      type="submit"
      form={form}
      look={changed ? 'primary' : 'plain'}
      disabled={wrong.length > 0}
      title={changed ? undefined : TEXT.againWhy}
      data-testid={changed ? 'connect' : 'again'}
    >
      <Icon size={14} aria-hidden />
      {label}
    </Button>
  )
}
