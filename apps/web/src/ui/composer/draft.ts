/** A form as somebody has filled it so far, right or wrong: what was typed is kept as it was typed. */

import { assertNever } from '@v2scope/bip324'
import { type Form, type FormValue, type GroupForm, initialValue } from '@v2scope/messages'
import { showHex } from './hex-text.js'
import { writeNumber } from './number-text.js'

/** Numbers, hashes, bytes and text. */
export interface TextDraft {
  readonly kind: 'text'
  readonly text: string
}

export interface FlagDraft {
  readonly kind: 'flag'
  readonly on: boolean
}

export interface ListDraft {
  readonly kind: 'list'
  /** Each with an `id` of its own that stays when others are removed. */
  readonly items: readonly { readonly id: number; readonly draft: Draft }[]
}

export interface GroupDraft {
  readonly kind: 'group'
  readonly fields: Readonly<Record<string, Draft>>
  /** Keys of optional fields that are not to be sent; what was typed in them stays. */
  readonly leftOut: readonly string[]
}

export type Draft = TextDraft | FlagDraft | ListDraft | GroupDraft

/** What a form starts with. */
export function newDraft(form: GroupForm): GroupDraft
export function newDraft(form: Form): Draft
export function newDraft(form: Form): Draft {
  switch (form.kind) {
    case 'number':
      return { kind: 'text', text: writeNumber(form, form.initial) }
    case 'flag':
      return { kind: 'flag', on: form.initial }
    case 'hash':
    case 'text':
    case 'bytes':
      return { kind: 'text', text: textOf(initialValue(form)) }
    case 'list':
      return { kind: 'list', items: [] }
    case 'group':
      return newGroup(form)
    default:
      return assertNever(form)
  }
}

function newGroup({ fields }: GroupForm): GroupDraft {
  return {
    kind: 'group',
    fields: Object.fromEntries(fields.map(({ key, form }) => [key, newDraft(form)])),
    leftOut: fields.filter(({ optional }) => optional === true).map(({ key }) => key),
  }
}

const textOf = (value: FormValue): string =>
  value instanceof Uint8Array ? showHex(value) : String(value)

/** One more item behind the others. */
export function withItem(list: ListDraft, item: Form): ListDraft {
  const id = list.items.reduce((most, { id: taken }) => Math.max(most, taken), -1) + 1
  return { ...list, items: [...list.items, { id, draft: newDraft(item) }] }
}

export const withoutItem = (list: ListDraft, id: number): ListDraft => ({
  ...list,
  items: list.items.filter((item) => item.id !== id),
})

export const changeItem = (list: ListDraft, id: number, draft: Draft): ListDraft => ({
  ...list,
  items: list.items.map((item) => (item.id === id ? { id, draft } : item)),
})

export const changeField = (group: GroupDraft, key: string, draft: Draft): GroupDraft => ({
  ...group,
  fields: { ...group.fields, [key]: draft },
})

/** Takes an optional field in, or leaves it out. */
export const toggleField = (group: GroupDraft, key: string): GroupDraft => ({
  ...group,
  leftOut: group.leftOut.includes(key)
    ? group.leftOut.filter((other) => other !== key)
    : [...group.leftOut, key],
})
