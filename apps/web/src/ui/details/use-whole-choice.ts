/** A choice that came from elsewhere, a link or a hit of a search, names bytes or a field: the other follows. */

import { useEffect } from 'react'
import { completeChoice, forgetField, useUi } from '../ui-store.js'
import { spanOf } from './leaves.js'
import { type ByteChoice, fieldOf } from './use-byte-choice.js'

/**
 * @param length of the item, in bytes
 * @param isPresent whether it is the item that is selected: while another is asked for, the last one stays
 */
export function useWholeChoice(choice: ByteChoice, length: number, isPresent: boolean): void {
  const field = useUi((state) => state.field)
  const { fields, bytes, locate } = choice
  useEffect(() => {
    // the reader may have chosen something else before this ran
    if (!isPresent || useUi.getState().bytes !== bytes) return
    if (bytes && bytes.end > length) {
      // an address can name what isn't there
      if (bytes.start >= length) forgetField()
      else completeChoice({ bytes: { ...bytes, end: length } })
    } else if (bytes && field === undefined) {
      locate(bytes.start, bytes.start + 1)
      locate(bytes.end - 1, bytes.end)
      const found = fieldOf(fields, bytes.start, bytes.end)
      if (found !== undefined) completeChoice({ field: found })
    } else if (field !== undefined && !bytes) {
      const span = spanOf(fields, field)
      if (span && span.start < span.end) {
        completeChoice({ bytes: { view: 'wire', start: span.start, end: span.end } })
      }
    }
  }, [isPresent, fields, bytes, field, length, locate])
}
