import { FolderOpen, Plug, RotateCcw } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { StartHeld } from '../hold/StartHeld.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { SpeedChoice, TransportButtons } from '../transport/TransportButtons.js'
import { ON_SHOW } from './draft.js'
import { HeldNote } from './HeldNote.js'
import { LastSwitch } from './LastSwitch.js'
import { Problems } from './Problems.js'
import styles from './SetupBar.module.css'
import { SetupFields } from './SetupFields.js'
import { StopButton } from './StopButton.js'
import type { DraftState } from './use-draft.js'

const FORM = 'setup'

interface Props extends DraftState {
  /** Whether there is room for what ends the line. */
  readonly withEnd: boolean
}

/** With whom, and how; a change is only applied by Connect. */
export function SetupBar({ withEnd, ...setup }: Props) {
  const TEXT = useWords().setup
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
      <HeldNote draft={draft} />
      {withEnd && <SetupEnd {...setup} withTransport />}
    </form>
  )
}

interface EndProps extends DraftState {
  readonly withTransport?: boolean
}

/** Whether something is to be applied, the session before this one, and the button. */
export function SetupEnd({ withTransport = false, ...setup }: EndProps) {
  const TEXT = useWords().setup
  const { changed, wrong, draft } = setup
  const [first] = wrong
  const toApply = draft?.recording === undefined ? TEXT.changed : TEXT.chosen
  const said = first === undefined ? changed && toApply : TEXT.wrong[first]
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
  const TEXT = useWords().setup
  if (readOnly || draft?.recording === ON_SHOW) return null
  const [Icon, label] = !changed
    ? [RotateCcw, TEXT.again]
    : draft?.recording === undefined
      ? [Plug, TEXT.connect]
      : [FolderOpen, TEXT.show]
  return (
    <span className={styles.start}>
      <StartHeld withLabel={form === undefined} />
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
    </span>
  )
}
