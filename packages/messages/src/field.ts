/** One field of fixed size: declared once, used to read, to write and to show it. */

import type { CoderType } from 'micro-packed'

/** A field that always takes `size` bytes. */
export interface FixedField<T> {
  readonly name: string
  /** One plain sentence for people: what it is. */
  readonly note: string
  /** Bytes on the wire. */
  readonly size: number
  readonly coder: CoderType<T>
  readonly show: (value: T) => string
}

/**
 * Declares a field. `coder` must be of a fixed size and must decode any bytes of that size.
 *
 * @throws Error (a mistake in this package) if `coder` has no fixed size.
 */
export function fixedField<T>(
  name: string,
  coder: CoderType<T>,
  show: (value: T) => string,
  note: string,
): FixedField<T> {
  if (coder.size === undefined) throw new Error(`The coder of "${name}" has no fixed size`)
  return { name, note, size: coder.size, coder, show }
}

/** Bytes of several fields together: the least that an item made of them takes. */
export function sizeOf(...fields: readonly { readonly size: number }[]): number {
  return fields.reduce((total, field) => total + field.size, 0)
}
