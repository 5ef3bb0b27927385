/** Fields of one value: numbers, flags, bytes and text. */

import type { Form } from '@v2scope/messages'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import type { FlagDraft, TextDraft } from './draft.js'
import { FieldFrame, type FieldLabels, useControl } from './FieldFrame.js'
import styles from './Fields.module.css'
import { readHex } from './hex-text.js'
import {
  meaningOf,
  NOW,
  type NumberForm,
  presentSeconds,
  readNumber,
  writeNumber,
} from './number-text.js'

const ROWS = 2

export interface TextProps extends FieldLabels {
  readonly draft: TextDraft
  readonly onChange: (draft: TextDraft) => void
}

/** What was typed, as a draft. */
export const asText = (text: string): TextDraft => ({ kind: 'text', text })

export function NumberField(props: TextProps & { readonly form: NumberForm }) {
  const TEXT = useWords().composer.fields
  const { form, draft, onChange, ...labels } = props
  const control = useControl(labels)
  const reading = readNumber(form, draft.text, presentSeconds())
  const meaning = reading.ok ? meaningOf(form, reading.value) : undefined
  const named = form.unit !== 'bits' ? form.choices : undefined
  return (
    <FieldFrame {...labels} meaning={meaning && <span translate="no">{meaning}</span>}>
      {named && (
        <select
          aria-label={TEXT.choose(labels.name)}
          data-testid={`choice-${labels.path}`}
          value={reading.ok ? String(reading.value) : ''}
          onChange={({ target }) => target.value !== '' && onChange(asText(target.value))}
        >
          {!named.some(({ value }) => reading.ok && value === reading.value) && (
            <option value={reading.ok ? String(reading.value) : ''}>{TEXT.otherNumber}</option>
          )}
          {named.map(({ value, label }) => (
            <option key={label} value={String(value)} translate="no">
              {label}
            </option>
          ))}
        </select>
      )}
      <input
        {...control}
        className={styles.number}
        inputMode={form.unit === 'bits' ? 'text' : 'numeric'}
        value={draft.text}
        onChange={({ target }) => onChange(asText(target.value))}
      />
      {form.unit === 'time' && <Button onClick={() => onChange(asText(NOW))}>{TEXT.now}</Button>}
      {form.unit === 'bits' && <Bits {...{ form, draft, onChange }} />}
    </FieldFrame>
  )
}

/** A box for each flag that has a name. */
function Bits({
  form,
  draft,
  onChange,
}: Pick<TextProps, 'draft' | 'onChange'> & { form: NumberForm }) {
  const reading = readNumber(form, draft.text, 0n)
  if (!form.choices || !reading.ok) return null
  const { value } = reading
  return form.choices
    .filter(({ value: bit }) => bit !== 0n)
    .map(({ value: bit, label }) => (
      <label key={label} className={styles.box}>
        <input
          type="checkbox"
          checked={(value & bit) === bit}
          onChange={({ target }) =>
            onChange(asText(writeNumber(form, target.checked ? value | bit : value & ~bit)))
          }
        />
        <span translate="no">{label}</span>
      </label>
    ))
}

interface FlagProps extends FieldLabels {
  readonly draft: FlagDraft
  readonly onChange: (draft: FlagDraft) => void
}

export function FlagField({ draft, onChange, ...labels }: FlagProps) {
  const TEXT = useWords().composer.fields
  const control = useControl(labels)
  return (
    <FieldFrame {...labels}>
      <span className={styles.box}>
        <input
          {...control}
          type="checkbox"
          checked={draft.on}
          onChange={({ target }) => onChange({ kind: 'flag', on: target.checked })}
        />
        <span aria-hidden>{draft.on ? TEXT.yes : TEXT.no}</span>
      </span>
    </FieldFrame>
  )
}

export function BytesField({ draft, onChange, ...labels }: TextProps) {
  const { composer, parts } = useWords()
  const control = useControl(labels)
  const reading = readHex(draft.text)
  return (
    <FieldFrame {...labels} meaning={reading.ok ? parts.bytes(reading.bytes.length) : undefined}>
      <textarea
        {...control}
        className={styles.bytes}
        rows={ROWS}
        placeholder={composer.fields.hex}
        value={draft.text}
        onChange={({ target }) => onChange(asText(target.value))}
      />
    </FieldFrame>
  )
}

export function TextField(props: TextProps & { readonly form: Extract<Form, { kind: 'text' }> }) {
  const TEXT = useWords().composer.fields
  const { form, draft, onChange, ...labels } = props
  const control = useControl(labels)
  const hint =
    form.digits === undefined
      ? ({ placeholder: form.hint, translate: 'no' } as const)
      : { placeholder: TEXT.hexDigits(form.digits) }
  return (
    <FieldFrame {...labels}>
      <input
        {...control}
        className={styles.text}
        {...hint}
        value={draft.text}
        onChange={({ target }) => onChange(asText(target.value))}
      />
    </FieldFrame>
  )
}
