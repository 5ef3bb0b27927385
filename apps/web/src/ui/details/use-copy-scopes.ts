/** What there is to copy of an item. */

import { useWords } from '../../words/words.js'
import { useUi } from '../ui-store.js'
import type { FieldNode } from './field-node.js'
import { spanOf } from './leaves.js'

export interface CopyScope {
  readonly kind: 'chosen' | 'field' | 'all'
  readonly label: string
  readonly start: number
  readonly end: number
}

/** The chosen bytes and their field, where that is another stretch, and everything. */
export function useCopyScopes(fields: readonly FieldNode[], length: number): readonly CopyScope[] {
  const TEXT = useWords().details.copy
  const bytes = useUi((state) => state.bytes)
  const id = useUi((state) => state.field)
  const field = id === undefined ? undefined : spanOf(fields, id)
  const isField = field && bytes?.start === field.start && bytes.end === field.end
  const scopes: CopyScope[] = []
  if (bytes && !isField) {
    const chosen = TEXT.chosen(bytes.end - bytes.start)
    scopes.push({ kind: 'chosen', label: chosen, start: bytes.start, end: bytes.end })
  }
  if (field && field.end > field.start) {
    const { name, start, end } = field
    scopes.push({ kind: 'field', label: TEXT.field(name, end - start), start, end })
  }
  scopes.push({ kind: 'all', label: TEXT.all(length), start: 0, end: length })
  return scopes
}
