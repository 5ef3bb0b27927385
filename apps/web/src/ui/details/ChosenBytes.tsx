import { useWords } from '../../words/words.js'
import { useUi } from '../ui-store.js'
import styles from './BytesPair.module.css'
import { coveredBy } from './covered.js'
import type { FieldNode } from './field-node.js'
import { spanOf } from './leaves.js'

interface Props {
  readonly fields: readonly FieldNode[]
  /** Bytes of the item. */
  readonly total: number
}

/** Where the chosen bytes lie, and in which fields; else the field under the pointer; else how much there is. */
export function ChosenBytes({ fields, total }: Props) {
  const TEXT = useWords().details.bytes
  const bytes = useUi((state) => state.bytes)
  const hovered = useUi((state) => state.hovered)
  const under = hovered === undefined ? undefined : spanOf(fields, hovered)
  const span = bytes ?? under
  const names = bytes ? coveredBy(fields, bytes).names : under ? [under.name] : []
  const more = bytes ? coveredBy(fields, bytes).more : 0
  const where = span && TEXT.where(span.start, span.end - span.start)
  return (
    <>
      <p className={styles.where} data-testid="chosen-bytes">
        <b translate="no">{names.join(', ')}</b>
        {more > 0 && <span>, {TEXT.moreFields(more)}</span>}
        {where !== undefined && names.length > 0 && <span translate="no"> · </span>}
        <span>{where ?? TEXT.total(total)}</span>
      </p>
      <p role="status" className={styles.said}>
        {bytes && TEXT.chosen(bytes.start, bytes.end - bytes.start, names.join(', '), more)}
      </p>
    </>
  )
}
