/** A CompactSize count, and as many items. */

import { type CountLabel, readCount, writeCount } from './compact-size.js'
import type { FieldLabel } from './field.js'
import type { Part, SpanLayout } from './layout.js'
import type { SpanLabel } from './reader.js'

/** What a list is to people. */
export interface ListLabel extends FieldLabel {
  /** The count's span. */
  readonly count: SpanLabel
  /** The most items that the protocol allows. */
  readonly max: number
}

/** Items behind their count; each has a span, named after `item` and numbered: `item 3`. */
export function list<T>(label: ListLabel, item: SpanLayout<T>): Part<readonly T[]> {
  const count: CountLabel = { ...label.count, max: label.max, itemSize: item.minSize }
  return {
    name: label.name,
    fieldKey: label.fieldKey,
    minSize: 1,
    form: { kind: 'list', item: item.form, itemName: item.name, max: label.max },
    read: (reader) =>
      Array.from({ length: readCount(reader, count) }, (_, i) =>
        item.read(reader, `${item.name} ${i}`),
      ),
    write: (writer, items) => {
      writeCount(writer, count, items.length)
      for (const [i, value] of items.entries()) item.write(writer, value, `${item.name} ${i}`)
    },
  }
}
