import { compareSessionId } from '../../../session/session-id.js'
import type { MalloryWords } from '../../../words/mallory.js'
import { useWords } from '../../../words/words.js'
import { CopyButton } from '../../parts/CopyButton.js'
import { join } from '../../parts/join.js'
import { useWholeView } from '../../session-hooks.js'
import styles from './ByCommand.module.css'
import type { BothIds } from './Comparing.js'
import { Found } from './Found.js'
import { IdBlock } from './IdBlock.js'
import { pasteId, useMalloryChoice } from './mallory-choice.js'
import { firstDifference, isTold, useNodeId } from './use-mallory.js'

const COMMAND = 'bitcoin-cli getpeerinfo'
/** A line of its answer. */
const LINE = '"session_id": "…"'

interface Props {
  readonly TEXT: MalloryWords
  readonly ids: BothIds
}

/** The node is asked for its word: by the page where it can be, else by who is at its keyboard. */
export function ByCommand({ TEXT, ids: { ours, theirs, node } }: Props) {
  const { compare: words } = TEXT
  const peer = useWholeView(({ settings }) => settings.peer)
  const { state } = useNodeId()
  const at = theirs === undefined ? undefined : firstDifference(ours, theirs)
  return (
    <>
      <p className={styles.how}>{isTold(peer) ? words.command.simulated : words.command.how}</p>
      <p className={styles.command}>
        <code translate="no">{COMMAND}</code>
        <CopyButton text={COMMAND} what={COMMAND} />
        <span aria-hidden>→</span> <code translate="no">{LINE}</code>
      </p>
      {state !== 'reported' && <Paste TEXT={TEXT} ours={ours} />}
      <dl className={styles.ids}>
        <div>
          <dt>{words.yours}</dt>
          <dd>
            <IdBlock hex={ours} of="first" differsAt={at} />
          </dd>
        </div>
        {theirs !== undefined && (
          <div>
            <dt>{words.theirs(node)}</dt>
            <dd>
              <IdBlock hex={theirs} of="second" differsAt={at} />
            </dd>
          </div>
        )}
      </dl>
      {theirs !== undefined && (
        <Found isSame={at === undefined}>
          {at === undefined ? words.same : words.command.found(at + 1)}
        </Found>
      )}
    </>
  )
}

function Paste({ TEXT, ours }: { readonly TEXT: MalloryWords; readonly ours: string }) {
  const { comparison } = useWords().session
  const { compare: words } = TEXT
  const session = useWholeView(({ id }) => id)
  const pasted = useMalloryChoice((choice) => choice.pasted)
  const text = pasted?.session === session ? pasted.text : ''
  const result = compareSessionId(text, ours)
  const isHint = text !== '' && (result.result === 'incomplete' || result.result === 'none')
  return (
    <div className={styles.paste}>
      <input
        value={text}
        onChange={({ target }) => pasteId(session, target.value)}
        placeholder={words.command.paste}
        aria-label={words.command.label}
        autoComplete="off"
        spellCheck={false}
        className={join(styles.input)}
        data-testid="mallory-paste"
      />
      <span role="status" className={styles.hint}>
        {isHint && comparison(result)}
      </span>
    </div>
  )
}
