import { ArrowLeft, ArrowRight, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { ItemDetail } from '../../session/detail.js'
import type { WireItem } from '../../session/item.js'
import { typeWords } from '../../words/type-words.js'
import { useWords } from '../../words/words.js'
import { openFind } from '../find/find-store.js'
import { showInKeys, useKeyOfField } from '../keys/key-of-field.js'
import { noteOf } from '../ladder/handshake.js'
import { Button } from '../parts/Button.js'
import { count } from '../parts/format.js'
import { lazily } from '../parts/lazily.js'
import { Empty } from '../parts/Pane.js'
import { useView } from '../session-hooks.js'
import { BytesPair } from './BytesPair.js'
import styles from './Details.module.css'
import { Facts } from './Facts.js'
import { FieldTree } from './FieldTree.js'
import { ItemLabel } from './ItemLabel.js'
import { factsOf } from './item-facts.js'
import { fieldsOf } from './item-fields.js'
import { Legend } from './Legend.js'
import { Links } from './Links.js'
import { leavesIn } from './leaves.js'

/** It brings the arithmetic that the rest of the page can do without. */
const PacketNodes = lazily(async () => (await import('../keys/PacketNodes.js')).PacketNodes)

/** The item that is selected: what it is, its fields, its bytes. */
export function Details() {
  const TEXT = useWords().details
  const seq = useView((view) => view.selected)
  const item = useView(({ items, selected }) =>
    selected === undefined ? undefined : items.at(items.indexOfSeq(selected)),
  )
  const detail = useView((view) => view.detail)
  const session = useView((view) => view.id)
  const [last, setLast] = useState<(Shown & { readonly session: number }) | undefined>(undefined)
  useEffect(() => {
    if (detail.state === 'there' && item) setLast({ item, detail: detail.detail, session })
  }, [detail, item, session])

  if (seq === undefined || item === undefined) {
    return <Empty title={TEXT.none}>{TEXT.choose}</Empty>
  }
  if (detail.state === 'dropped') return <Empty title={TEXT.dropped}>{TEXT.droppedWhy}</Empty>
  // while the worker is asked, the last one stays: nothing flickers
  const isPresent = detail.state === 'there'
  const shown = isPresent ? { item, detail: detail.detail, session } : last
  if (shown?.session !== session) return null
  return <ItemDetails key={`${session}.${shown.item.seq}`} {...shown} isPresent={isPresent} />
}

interface Shown {
  readonly item: WireItem
  readonly detail: ItemDetail
}

/** @param isPresent whether it is what is selected: of what was, nothing can be chosen any more */
function ItemDetails({ item, detail, isPresent }: Shown & { readonly isPresent: boolean }) {
  const words = useWords()
  const fields = useMemo(() => fieldsOf(detail, item, words), [detail, item, words])
  const facts = useMemo(() => factsOf(detail, words), [detail, words])
  useKeyOfField(detail)
  const { event } = detail
  const present = useMemo(() => new Set(leavesIn(fields).map(({ colour }) => colour)), [fields])
  return (
    <div className={styles.details} inert={!isPresent} data-testid="details">
      <Title item={item} />
      <Links item={item} framed />
      <div className={styles.tree}>
        <FieldTree nodes={fields} />
        <Facts facts={facts} onKeys={() => showInKeys(detail)} />
        {(event.type === 'packet_sent' || event.type === 'packet_received') && (
          <PacketNodes event={event} />
        )}
      </div>
      <BytesPair detail={detail} fields={fields} isPresent={isPresent} />
      <Legend present={present} />
    </div>
  )
}

function Title({ item }: { readonly item: WireItem }) {
  const { details: TEXT, messages } = useWords()
  const sent = item.direction === 'sent'
  const Arrow = sent ? ArrowRight : ArrowLeft
  const said = typeWords(messages, item.label) ?? noteOf(item)
  return (
    <header className={styles.title}>
      <h3>
        <Arrow
          size={15}
          strokeWidth={2.5}
          className={sent ? styles.sent : styles.received}
          aria-label={sent ? TEXT.sent : TEXT.received}
        />
        {item.number !== undefined && <span>{count(item.number)} ·</span>}
        <ItemLabel item={item} />
      </h3>
      <p title={said}>{said}</p>
      <Button
        look="ghost"
        icon
        className={styles.find}
        aria-label={TEXT.find.open}
        title={TEXT.find.open}
        onClick={openFind}
        data-testid="open-find"
      >
        <Search size={14} />
      </Button>
    </header>
  )
}
