/** From the place that a codec names to the field of the form. */

import type { Form, FormValue, GroupForm } from '@v2scope/messages'
import { joinPath } from './read-draft.js'

interface Place {
  readonly path: string
  /** Names from the form down, items numbered. */
  readonly names: readonly string[]
}

/**
 * The field, or the nearest one around it.
 *
 * @param field as `MessageError.field`: names with those around them, lists left out
 * @returns `inventory.0.hash`; empty where no field has such a name
 */
export function pathOfError(form: GroupForm, value: FormValue, field: string): string {
  const parts = field.split(' / ')
  const places = [...placesIn(form, value, { path: '', names: [] })]
  for (let depth = parts.length; depth > 0; depth--) {
    const wanted = parts.slice(0, depth)
    const found = places.find(({ names }) => isNamedBy(names, wanted))
    if (found) return found.path
  }
  return ''
}

/** The last name is the last one wanted, and the others are among those before it, in order. */
function isNamedBy(names: readonly string[], wanted: readonly string[]): boolean {
  if (names.at(-1) !== wanted.at(-1)) return false
  let next = 0
  for (const name of names) if (name === wanted[next]) next++
  return next === wanted.length
}

function* placesIn(form: Form, value: FormValue | undefined, at: Place): Generator<Place> {
  if (at.names.length > 0) yield at
  if (form.kind === 'list' && Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const names = [...at.names, `${form.itemName} ${i}`]
      yield* placesIn(form.item, item, { path: joinPath(at.path, i), names })
    }
  }
  if (form.kind === 'group' && typeof value === 'object') {
    const values = new Map<string, FormValue>(Object.entries(value))
    for (const { key, name, form: inner } of form.fields) {
      const place = { path: joinPath(at.path, key), names: [...at.names, name] }
      yield* placesIn(inner, values.get(key), place)
    }
  }
}
