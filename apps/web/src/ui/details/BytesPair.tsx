import { type UIEvent, useMemo, useRef } from 'react'
import type { ItemDetail } from '../../session/contract.js'
import { CopyButton } from '../parts/CopyButton.js'
import { bytes, count, toHexText } from '../parts/format.js'
import { Scroller } from '../parts/Scroller.js'
import { useLayout } from '../parts/use-layout.js'
import { useUi } from '../ui-store.js'
import styles from './BytesPair.module.css'
import { BytesView } from './BytesView.js'
import { type FieldNode, findNode } from './field-node.js'
import { decryptedBytes } from './item-fields.js'

const TEXT = {
  wire: 'On the wire',
  plain: 'Decrypted',
  clear: 'Bytes',
  clearNote: 'not encrypted',
  where: (field: FieldNode) =>
    `${field.name} · offset ${count(field.start)} · ${bytes(field.end - field.start)}`,
  copy: (what: string) => `${what} as hex`,
}

interface Props {
  readonly detail: ItemDetail
  readonly fields: readonly FieldNode[]
}

/** The same bytes twice, in one layout: on the wire above, decrypted below; they scroll together. */
export function BytesPair({ detail, fields }: Props) {
  const plain = useMemo(() => decryptedBytes(detail), [detail])
  const perRow = useLayout() === 'narrow' ? 8 : 16
  const views = useRef<HTMLDivElement>(null)
  const together = ({ currentTarget }: UIEvent<HTMLElement>) => {
    for (const view of views.current?.querySelectorAll('[data-scrolls]') ?? []) {
      if (view !== currentTarget) {
        view.scrollTop = currentTarget.scrollTop
        view.scrollLeft = currentTarget.scrollLeft
      }
    }
  }
  const { event } = detail
  const parts = plain
    ? [
        { label: TEXT.wire, data: event.bytes },
        { label: TEXT.plain, data: plain },
      ]
    : [{ label: TEXT.clear, data: event.bytes }]
  return (
    <div ref={views} className={styles.pair}>
      {parts.map(({ label, data }, i) => (
        <section key={label} className={styles.part}>
          <header className={styles.head}>
            <h4>{label}</h4>
            {i === 0 && <Chosen fields={fields} total={data.length} />}
            <CopyButton text={toHexText(data)} what={TEXT.copy(label)} />
          </header>
          <Scroller label={label} className={styles.scroller} onScroll={together}>
            <BytesView data={data} fields={fields} perRow={perRow} />
          </Scroller>
        </section>
      ))}
    </div>
  )
}

/** Where the chosen field lies; else how much there is. */
function Chosen({
  fields,
  total,
}: {
  readonly fields: readonly FieldNode[]
  readonly total: number
}) {
  const id = useUi((state) => state.field ?? state.hovered)
  const field = id === undefined ? undefined : findNode(fields, id)
  return <span className={styles.where}>{field ? TEXT.where(field) : bytes(total)}</span>
}
