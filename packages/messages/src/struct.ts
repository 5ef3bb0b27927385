/** Layouts put together of others: objects, groups of spans, and what follows from what was read. */

import type { FormField, GroupForm } from './form.js'
import type { Layout, Part, SpanLayout } from './layout.js'
import type { SpanLabel } from './reader.js'

/** An object: its parts one behind the other, each under its key. */
export interface Struct<T> extends Layout<T> {
  readonly form: GroupForm
}

/** A part for each key of `T`, in the order on the wire. */
export type PartsOf<T> = { readonly [K in keyof T]: Part<T[K]> }

function isWhole<T>(value: Partial<T>, keys: readonly (keyof T)[]): value is T {
  return keys.every((key) => key in value)
}

/** What a form asks for under a key: of the part only what can be posted. */
export function formField(
  key: string,
  { name, fieldKey, form }: Omit<FormField, 'key' | 'optional'>,
): FormField {
  return { key, name, fieldKey, form }
}

/** Parts under their keys, one behind the other. Their spans stand where the struct's would. */
export function struct<T extends object>(parts: PartsOf<T>): Struct<T> {
  const keys: Extract<keyof T, string>[] = []
  const fields: FormField[] = []
  let minSize = 0
  for (const key in parts) {
    keys.push(key)
    fields.push(formField(key, parts[key]))
    minSize += parts[key].minSize
  }
  return {
    minSize,
    form: { kind: 'group', fields },
    read: (reader) => {
      const value: Partial<T> = {}
      for (const key of keys) value[key] = parts[key].read(reader)
      if (!isWhole(value, keys)) throw new Error('A part gave no value')
      return value
    },
    write: (writer, value) => {
      for (const key of keys) parts[key].write(writer, value[key])
    },
  }
}

/**
 * A struct whose last part may be missing at the payload's end: its key is absent where fewer bytes
 * are left than the part takes.
 */
export function withTail<T extends object, K extends string, U>(
  head: Struct<T>,
  key: K,
  tail: Part<U>,
): Struct<T & { readonly [P in K]?: U }> {
  return {
    minSize: head.minSize,
    form: {
      kind: 'group',
      fields: [...head.form.fields, { ...formField(key, tail), optional: true }],
    },
    read: (reader) => {
      const value = head.read(reader)
      return reader.remaining < tail.minSize ? value : { ...value, [key]: tail.read(reader) }
    },
    write: (writer, value) => {
      head.write(writer, value)
      const last = value[key]
      if (last !== undefined) tail.write(writer, last)
    },
  }
}

/**
 * A layout under one span, the spans inside it as its children.
 *
 * @param show The span's value, for people.
 */
export function group<T, L extends SpanLabel>(
  label: L,
  layout: Layout<T>,
  show: (value: T) => string,
): SpanLayout<T> & L {
  return {
    ...label,
    minSize: layout.minSize,
    form: layout.form,
    read: (reader, name = label.name) =>
      reader.group({ ...label, name }, () => layout.read(reader), show),
    write: (writer, value, name = label.name) =>
      writer.group(name, () => layout.write(writer, value)),
  }
}

/**
 * A layout whose value says more than its bytes do: a hash, the name of a number.
 *
 * @param derive Gives the whole value; `bytes` are those that were read, a view.
 */
export function derived<F, T extends F>(
  layout: Layout<F>,
  derive: (fields: F, bytes: Uint8Array) => T,
): Layout<T> {
  return {
    ...layout,
    read: (reader) => {
      const start = reader.offset
      const fields = layout.read(reader)
      return derive(fields, reader.since(start))
    },
  }
}
