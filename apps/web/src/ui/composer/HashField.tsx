import { useWords } from '../../words/words.js'
import { FieldFrame, type FieldLabels, useControl } from './FieldFrame.js'
import styles from './Fields.module.css'
import { useSeen } from './form-context.js'
import { asText, type TextProps } from './LeafFields.js'

const ROWS = 2
const shortHash = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-8)}`
/** No hash: has the rest of the message brought. */
const REST = 'rest'

/** 64 hex digits, in two lines. */
export function HashField({ draft, onChange, ...labels }: TextProps) {
  const control = useControl(labels)
  return (
    <FieldFrame {...labels}>
      <textarea
        {...control}
        className={styles.hash}
        rows={ROWS}
        value={draft.text}
        onChange={({ target }) => onChange(asText(target.value))}
      />
      <SeenHash {...labels} onChoose={(hash) => onChange(asText(hash))} />
    </FieldFrame>
  )
}

interface SeenProps extends FieldLabels {
  readonly onChoose: (hash: string) => void
}

/** A hash of the message that is selected, instead of typing it. */
function SeenHash({ name: label, path, onChoose }: SeenProps) {
  const TEXT = useWords().composer.fields
  const { hashes, askRest } = useSeen()
  if (hashes.length === 0) return <small className={styles.note}>{TEXT.noneSeen}</small>
  return (
    <select
      className={styles.seen}
      aria-label={TEXT.seenLabel(label)}
      data-testid={`seen-${path}`}
      value=""
      onChange={({ target: { value } }) => (value === REST ? askRest?.() : onChoose(value))}
    >
      <option value="">{TEXT.seen}</option>
      {hashes.map(({ name, hash }) => (
        <option key={hash} value={hash} translate="no">
          {`${name}: ${shortHash(hash)}`}
        </option>
      ))}
      {askRest && <option value={REST}>{TEXT.seenRest}</option>}
    </select>
  )
}
