import { useId, useMemo, useRef } from 'react'
import type { ItemDetail } from '../../session/detail.js'
import { plainBytes } from '../../session/plain-bytes.js'
import { useWords } from '../../words/words.js'
import { useLayout } from '../parts/use-layout.js'
import { ByteGrid } from './ByteGrid.js'
import styles from './BytesPair.module.css'
import { ChosenBytes } from './ChosenBytes.js'
import { CopyMenu } from './CopyMenu.js'
import type { FieldNode } from './field-node.js'
import { useByteChoice } from './use-byte-choice.js'
import { useWholeChoice } from './use-whole-choice.js'

interface Props {
  readonly detail: ItemDetail
  readonly fields: readonly FieldNode[]
  readonly isPresent: boolean
}

/** The same bytes twice, in one layout: on the wire above, decrypted below; they scroll together. */
export function BytesPair({ detail, fields, isPresent }: Props) {
  const TEXT = useWords().details.bytes
  const plain = useMemo(() => plainBytes(detail.event), [detail.event])
  const perRow = useLayout() === 'narrow' ? 8 : 16
  const { event } = detail
  const choice = useByteChoice(fields, event.bytes.length)
  useWholeChoice(choice, event.bytes.length, isPresent)
  const how = useId()
  const pair = useRef<HTMLDivElement>(null)
  const together = (scrolled: HTMLElement) => {
    for (const view of pair.current?.querySelectorAll('[role="grid"]') ?? []) {
      if (view !== scrolled) {
        view.scrollTop = scrolled.scrollTop
        view.scrollLeft = scrolled.scrollLeft
      }
    }
  }
  const wire = { view: 'wire', label: plain ? TEXT.wire : TEXT.clear, data: event.bytes } as const
  const parts = plain ? [wire, { view: 'plain', label: TEXT.plain, data: plain } as const] : [wire]
  return (
    <div ref={pair} className={styles.pair}>
      <p id={how} hidden>
        {TEXT.how}
      </p>
      {parts.map(({ view, label, data }) => (
        <section key={view} className={styles.part}>
          <header className={styles.head}>
            <h4>{label}</h4>
            {view === 'wire' && <ChosenBytes fields={fields} total={data.length} />}
            <CopyMenu label={label} data={data} fields={fields} />
          </header>
          <ByteGrid
            {...{ label, view, data, perRow, choice }}
            describedBy={how}
            onScroll={together}
          />
        </section>
      ))}
    </div>
  )
}
