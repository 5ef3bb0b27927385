import { useEffect, useMemo, useRef } from 'react'
import type { ItemDetail } from '../../session/detail.js'
import type { WireItem } from '../../session/item.js'
import { plainBytes } from '../../session/plain-bytes.js'
import { useWords } from '../../words/words.js'
import type { FieldNode, Leaf } from '../details/field-node.js'
import colours from '../details/fields.module.css'
import { fieldsOf } from '../details/item-fields.js'
import { leavesIn } from '../details/leaves.js'
import { hexOfByte } from '../parts/format.js'
import { join } from '../parts/join.js'
import { Scroller } from '../parts/Scroller.js'
import { useView } from '../session-hooks.js'
import styles from './HeldDetail.module.css'

/** Bytes that are drawn of a piece; once it has gone, the details have all of them. */
const MOST_SHOWN = 512

/** The bytes and fields of what goes next. Not yet an item, it can't be selected. */
export function HeldDetail({ item }: { readonly item: WireItem }) {
  const TEXT = useWords().hold
  const detail = useView(({ nextHeld }) => nextHeld?.detail)
  if (detail === undefined) return <p className={styles.coming}>{TEXT.loading}</p>
  return <Fields detail={detail} item={item} />
}

function Fields({ detail, item }: { readonly detail: ItemDetail; readonly item: WireItem }) {
  const words = useWords()
  const fields = useMemo(() => fieldsOf(detail, item, words), [detail, item, words])
  const plain = useMemo(() => plainBytes(detail.event), [detail.event])
  const { bytes } = detail.event
  const element = useRef<HTMLDivElement>(null)
  // whoever opens it wants to see it
  useEffect(() => {
    element.current?.scrollIntoView?.({ block: 'start' })
  }, [])
  const { wire, clear, plain: decrypted } = words.details.bytes
  return (
    <div ref={element} className={styles.detail} data-testid="held-detail">
      <Scroller label={words.hold.fields} className={styles.fields}>
        <FieldList nodes={fields} />
      </Scroller>
      <Bytes label={plain ? wire : clear} data={bytes} fields={fields} />
      {plain && <Bytes label={decrypted} data={plain} fields={fields} />}
    </div>
  )
}

function FieldList({ nodes }: { readonly nodes: readonly FieldNode[] }) {
  return (
    <ul>
      {nodes.map(({ id, name, colour, value, note, children }) => (
        <li key={id}>
          <span translate="no" className={join(styles.name, colours[colour])}>
            {name}
          </span>{' '}
          <span translate="no" className={styles.value}>
            {value}
          </span>{' '}
          <small>{note}</small>
          {children.length > 0 && <FieldList nodes={children} />}
        </li>
      ))}
    </ul>
  )
}

interface BytesProps {
  readonly label: string
  readonly data: Uint8Array
  readonly fields: readonly FieldNode[]
}

function Bytes({ label, data, fields }: BytesProps) {
  const TEXT = useWords().hold
  const leaves = leavesIn(fields, { start: 0, end: Math.min(data.length, MOST_SHOWN) })
  return (
    <section>
      <h3>{label}</h3>
      <Scroller label={label} className={styles.bytes}>
        <code translate="no">
          {leaves.map((leaf) => (
            <span key={leaf.start} title={leaf.name} className={colours[leaf.colour]}>
              {hexIn(data, leaf)}
            </span>
          ))}
        </code>
      </Scroller>
      {data.length > MOST_SHOWN && <small>{TEXT.bytesOf(MOST_SHOWN, data.length)}</small>}
    </section>
  )
}

const hexIn = (data: Uint8Array, { start, end }: Leaf): string =>
  Array.from(data.subarray(start, Math.min(end, MOST_SHOWN)), hexOfByte).join(' ')
