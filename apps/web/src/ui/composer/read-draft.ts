/** From what was typed to the value that the codec takes. */

import type { Form, FormGroupValue, FormValue, GroupForm } from '@v2scope/messages'
import type { Draft, GroupDraft } from './draft.js'
import { readHex } from './hex-text.js'
import { readNumber } from './number-text.js'
import type { Fault, Problem } from './problem.js'

export type DraftReading =
  | { readonly ok: true; readonly value: FormGroupValue }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const HASH_DIGITS = 64

export const joinPath = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}.${key}`

/** @param now seconds from 1970, for times that are `now` */
export function readDraft(form: GroupForm, draft: GroupDraft, now: bigint): DraftReading {
  const reader = new DraftReader(now)
  const value = reader.group(form, draft, '')
  return reader.problems.length === 0
    ? { ok: true, value }
    : { ok: false, problems: reader.problems }
}

/** Goes through a whole draft, and notes all that is wrong with it; values are then of no use. */
class DraftReader {
  readonly problems: Problem[] = []
  readonly #now: bigint

  constructor(now: bigint) {
    this.#now = now
  }

  group({ fields }: GroupForm, draft: GroupDraft, path: string): FormGroupValue {
    const entries: [string, FormValue][] = []
    for (const { key, form } of fields) {
      const inner = draft.fields[key]
      if (inner === undefined || draft.leftOut.includes(key)) continue
      entries.push([key, this.#read(form, inner, joinPath(path, key))])
    }
    return Object.fromEntries(entries)
  }

  #read(form: Form, draft: Draft, path: string): FormValue {
    if (draft.kind === 'flag') return draft.on
    if (draft.kind === 'group') return form.kind === 'group' ? this.group(form, draft, path) : {}
    if (draft.kind === 'list') {
      if (form.kind !== 'list') return []
      const { length } = draft.items
      const { max } = form
      if (length > max) this.#wrong(path, { code: 'TOO_MANY_ITEMS', length, max })
      return draft.items.map((item, i) => this.#read(form.item, item.draft, joinPath(path, i)))
    }
    return this.#text(form, draft.text, path)
  }

  #text(form: Form, text: string, path: string): FormValue {
    switch (form.kind) {
      case 'number': {
        const reading = readNumber(form, text, this.#now)
        if (!reading.ok) return this.#wrong(path, reading.why)
        return form.big ? reading.value : Number(reading.value)
      }
      case 'hash':
        return this.#hash(text, path)
      case 'bytes':
        return this.#bytes(form, text, path)
      default:
        return text
    }
  }

  #hash(text: string, path: string): FormValue {
    const digits = text.replace(/\s+/g, '').toLowerCase()
    const reading = readHex(text)
    if (/[^0-9a-f]/.test(digits) && !reading.ok) return this.#wrong(path, reading.why)
    if (digits.length === HASH_DIGITS) return digits
    return this.#wrong(path, { code: 'NOT_A_HASH', digits: digits.length })
  }

  #bytes({ min, max }: Extract<Form, { kind: 'bytes' }>, text: string, path: string): FormValue {
    const reading = readHex(text)
    if (!reading.ok) return this.#wrong(path, reading.why)
    const { length } = reading.bytes
    if (length < min) return this.#wrong(path, { code: 'TOO_FEW_BYTES', length, min })
    if (length > max) return this.#wrong(path, { code: 'TOO_MANY_BYTES', length, max })
    return reading.bytes
  }

  #wrong(path: string, fault: Fault): FormValue {
    this.problems.push({ ...fault, path })
    return ''
  }
}
