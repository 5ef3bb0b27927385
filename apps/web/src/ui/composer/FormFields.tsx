/** A form of any depth, drawn from what its codec asks for. */

import type { Form, FormField, GroupForm } from '@v2scope/messages'
import { Plus, X } from 'lucide-react'
import { useMessageFields } from '../../words/message-fields.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { count } from '../parts/format.js'
import {
  changeField,
  changeItem,
  type Draft,
  type GroupDraft,
  type ListDraft,
  toggleField,
  withItem,
  withoutItem,
} from './draft.js'
import { type FieldLabels, NoteAndProblem } from './FieldFrame.js'
import styles from './Fields.module.css'
import { HashField } from './HashField.js'
import { BytesField, FlagField, NumberField, TextField } from './LeafFields.js'
import { joinPath } from './read-draft.js'

interface AnyProps extends FieldLabels {
  readonly form: Form
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** One field, whatever it holds. */
function AnyField({ form, draft, onChange, ...labels }: AnyProps) {
  if (draft.kind === 'flag') return <FlagField {...labels} {...{ draft, onChange }} />
  if (draft.kind === 'list') {
    return form.kind === 'list' && <ListField {...labels} {...{ form, draft, onChange }} />
  }
  if (draft.kind === 'group') {
    if (form.kind !== 'group') return null
    return (
      <fieldset className={styles.group}>
        <legend translate="no">{labels.name}</legend>
        <NoteAndProblem {...labels} />
        <GroupFields path={labels.path} {...{ form, draft, onChange }} />
      </fieldset>
    )
  }
  const props = { ...labels, draft, onChange }
  switch (form.kind) {
    case 'number':
      return <NumberField {...props} form={form} />
    case 'hash':
      return <HashField {...props} />
    case 'bytes':
      return <BytesField {...props} />
    case 'text':
      return <TextField {...props} form={form} />
    default:
      return null
  }
}

interface GroupProps {
  readonly form: GroupForm
  readonly draft: GroupDraft
  readonly path: string
  readonly onChange: (draft: GroupDraft) => void
}

export function GroupFields({ form, draft, path, onChange }: GroupProps) {
  return form.fields.map((field) => (
    <OneField key={field.key} {...{ field, draft, onChange }} path={joinPath(path, field.key)} />
  ))
}

function OneField({
  field,
  draft,
  path,
  onChange,
}: Omit<GroupProps, 'form'> & { field: FormField }) {
  const { key, name, fieldKey, form, optional } = field
  const note = useMessageFields()?.[fieldKey].what ?? ''
  const TEXT = useWords().composer.fields
  const inner = draft.fields[key]
  if (inner === undefined) return null
  const isIn = !draft.leftOut.includes(key)
  const control = (
    <AnyField
      {...{ name, note, path, form }}
      draft={inner}
      onChange={(changed) => onChange(changeField(draft, key, changed))}
    />
  )
  if (optional !== true) return control
  return (
    <div>
      <label className={styles.include}>
        <input
          type="checkbox"
          checked={isIn}
          data-testid={`include-${path}`}
          onChange={() => onChange(toggleField(draft, key))}
        />
        {TEXT.include(name)} <small>{TEXT.optional}</small>
      </label>
      {isIn && control}
    </div>
  )
}

interface ListProps extends FieldLabels {
  readonly form: Extract<Form, { kind: 'list' }>
  readonly draft: ListDraft
  readonly onChange: (draft: ListDraft) => void
}

function ListField({ form, draft, onChange, ...labels }: ListProps) {
  const TEXT = useWords().composer.fields
  const { path } = labels
  const { itemName } = form
  return (
    <fieldset className={styles.group} data-testid={`field-${path}`}>
      <legend>
        <span translate="no">{labels.name}</span>{' '}
        <small>{draft.items.length === 0 ? TEXT.none : count(draft.items.length)}</small>
      </legend>
      <NoteAndProblem {...labels} />
      {draft.items.map(({ id, draft: item }, i) => (
        <div key={id} className={styles.item}>
          <AnyField
            form={form.item}
            draft={item}
            name={`${itemName} ${count(i)}`}
            note=""
            path={joinPath(path, i)}
            onChange={(changed) => onChange(changeItem(draft, id, changed))}
          />
          <Button
            look="ghost"
            icon
            className={styles.remove}
            aria-label={TEXT.remove(itemName, i)}
            title={TEXT.remove(itemName, i)}
            data-testid={`remove-${path}.${i}`}
            onClick={() => onChange(withoutItem(draft, id))}
          >
            <X size={15} aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        className={styles.add}
        data-testid={`add-${path}`}
        onClick={() => onChange(withItem(draft, form.item))}
      >
        <Plus size={14} aria-hidden />
        {TEXT.add(itemName)}
      </Button>
    </fieldset>
  )
}
