import { FieldFrame, type FieldLabels, useControl } from './FieldFrame.js'
import styles from './Fields.module.css'
import { useSeen } from './form-context.js'
import { asText, type TextProps } from './LeafFields.js'

const TEXT = {
  seen: 'from the selected message …',
  seenLabel: (name: string) => `${name}: take a hash of the selected message`,
  shortHash: (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-8)}`,
  rest: 'the other hashes of this message …',
  none: 'Select a message that has hashes, such as headers or inv: they can then be taken from it.',
}
const ROWS = 2
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
  const { hashes, askRest } = useSeen()
  if (hashes.length === 0) return <small className={styles.note}>{TEXT.none}</small>
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
        <option key={hash} value={hash}>
          {`${name}: ${TEXT.shortHash(hash)}`}
        </option>
      ))}
      {askRest && <option value={REST}>{TEXT.rest}</option>}
    </select>
  )
}
