/** What is asked for, by what is composed: a form, a type of one's own, or bytes. */

import { shortIdOf } from '@v2scope/bip324'
import { messageForm } from '@v2scope/messages'
import { RotateCcw } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import styles from './Composer.module.css'
import { PLACES, rightPayload } from './compose.js'
import {
  changeByHand,
  changeComposer,
  changeDraft,
  draftOf,
  useComposer,
} from './composer-store.js'
import { NoteAndProblem } from './FieldFrame.js'
import fields from './Fields.module.css'
import { GroupFields } from './FormFields.js'
import { useProblem } from './form-context.js'
import { HexField } from './HexField.js'
import { showHex } from './hex-text.js'

const TYPE_LENGTH = 12

export function Subject({ v1, now }: { readonly v1: boolean; readonly now: bigint }) {
  const { kind } = useComposer((state) => state.subject)
  switch (kind) {
    case 'known':
      return <KnownType v1={v1} now={now} />
    case 'other':
      return <OtherType />
    case 'raw':
      return <RawContents />
  }
}

function KnownType({ v1, now }: { readonly v1: boolean; readonly now: bigint }) {
  const TEXT = useWords().composer.subject
  const state = useComposer()
  const type = state.subject.kind === 'known' ? state.subject.type : undefined
  const payload = useMemo(() => rightPayload(state, now), [state, now])
  const form = type === undefined ? undefined : messageForm(type)
  if (type === undefined || form === undefined) return null
  const byHand = state.byHand[type]
  return (
    <>
      {!v1 && <TypeForm type={type} />}
      <section className={styles.form} aria-label={TEXT.fields} data-testid="composer-form">
        {form.fields.length === 0 && <p className={styles.quiet}>{TEXT.nothing}</p>}
        <GroupFields
          key={type}
          form={form}
          draft={draftOf(state, type)}
          path=""
          onChange={(draft) => changeDraft(type, draft)}
        />
      </section>
      <HexField
        label={TEXT.payload}
        value={byHand ?? (payload && showHex(payload))}
        note={byHand === undefined ? TEXT.fromForm : TEXT.byHand}
        onChange={(hex) => changeByHand(type, hex)}
      />
      {byHand !== undefined && (
        <Button
          className={styles.back}
          onClick={() => changeByHand(type, undefined)}
          data-testid="composer-from-form"
        >
          <RotateCcw size={14} aria-hidden />
          {TEXT.back}
        </Button>
      )}
    </>
  )
}

/** Only where there is a choice. */
function TypeForm({ type }: { readonly type: string }) {
  const TEXT = useWords().composer.subject
  const typeForm = useComposer((state) => state.typeForm)
  const id = shortIdOf(type)
  if (id === undefined) return null
  return (
    <fieldset className={styles.choices}>
      <legend>{TEXT.forms}</legend>
      {(['short', 'long'] as const).map((form) => (
        <label key={form}>
          <input
            type="radio"
            name="composer-type-form"
            checked={typeForm === form}
            data-testid={`composer-${form}`}
            onChange={() => changeComposer({ typeForm: form })}
          />
          {form === 'short' ? TEXT.short(id) : TEXT.long}
        </label>
      ))}
    </fieldset>
  )
}

function OtherType() {
  const TEXT = useWords().composer.subject
  const otherType = useComposer((state) => state.otherType)
  const otherPayload = useComposer((state) => state.otherPayload)
  const problem = useProblem(PLACES.type)
  const id = `composer-${PLACES.type}`
  return (
    <section className={styles.form} data-testid="composer-form">
      <div className={fields.field}>
        <label htmlFor={id}>{TEXT.type}</label>
        <span className={fields.control}>
          <input
            id={id}
            className={fields.text}
            value={otherType}
            maxLength={TYPE_LENGTH}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-note`}
            data-testid="composer-other-type"
            onChange={({ target }) => changeComposer({ otherType: target.value })}
          />
        </span>
        <NoteAndProblem note={TEXT.typeNote} path={PLACES.type} />
      </div>
      <HexField
        label={TEXT.payload}
        value={otherPayload}
        onChange={(hex) => changeComposer({ otherPayload: hex })}
      />
    </section>
  )
}

function RawContents() {
  const TEXT = useWords().composer.subject
  const rawContents = useComposer((state) => state.rawContents)
  return (
    <section className={styles.form} data-testid="composer-form">
      <HexField
        label={TEXT.contents}
        value={rawContents}
        onChange={(hex) => changeComposer({ rawContents: hex })}
      />
    </section>
  )
}
