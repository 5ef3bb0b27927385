import type { ReadMessage } from '@v2scope/lab'
import { useLayoutEffect, useRef } from 'react'
import type { MalloryWords } from '../../../words/mallory.js'
import { count, seconds } from '../../parts/format.js'
import { join } from '../../parts/join.js'
import { Empty, Pane } from '../../parts/Pane.js'
import { Scroller } from '../../parts/Scroller.js'
import styles from './ReadList.module.css'
import { useStanding } from './use-mallory.js'

/** Within so many px of its end, the list follows it. */
const AT_END = 24

/** All that passes her, decrypted. */
export function ReadList({ TEXT }: { readonly TEXT: MalloryWords }) {
  const standing = useStanding()
  const { read: words } = TEXT
  const read = standing?.read ?? []
  return (
    <Pane
      title={words.title}
      aside={standing && words.aside(standing.readCount, standing.changedCount)}
      className={styles.pane}
    >
      {read.length === 0 ? (
        <Empty title={words.nothing}>{words.nothingWhy}</Empty>
      ) : (
        <List TEXT={TEXT} read={read} earlier={(standing?.readCount ?? 0) - read.length} />
      )}
    </Pane>
  )
}

interface ListProps {
  readonly TEXT: MalloryWords
  readonly read: readonly ReadMessage[]
  readonly earlier: number
}

function List({ TEXT, read, earlier }: ListProps) {
  const { read: words } = TEXT
  const table = useRef<HTMLTableElement>(null)
  const follows = useRef(true)
  const last = read.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is another one
  useLayoutEffect(() => {
    const scroller = table.current?.parentElement
    if (scroller && follows.current) scroller.scrollTop = scroller.scrollHeight
  }, [last])
  return (
    <Scroller
      label={words.title}
      className={styles.scroller}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        follows.current = scrollTop + clientHeight > scrollHeight - AT_END
      }}
    >
      <table ref={table} className={styles.table} data-testid="mallory-read">
        {earlier > 0 && <caption>{words.earlier(earlier)}</caption>}
        <thead>
          <tr>
            {words.columns.map((name, i) => (
              <th key={name} scope="col" className={join(NUMBERS.has(i) && styles.number)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {read.map((message) => (
            <Row key={message.id} TEXT={TEXT} message={message} />
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** Of the columns, those that hold numbers. */
const NUMBERS = new Set([0, 3])

function Row({ TEXT, message }: { readonly TEXT: MalloryWords; readonly message: ReadMessage }) {
  const { read: words } = TEXT
  const { time, direction, kind, messageType, bytes, summary, changed, isHers } = message
  return (
    <tr
      className={join(changed && styles.changed, isHers && styles.hers)}
      data-type={messageType}
      data-changed={changed ? '' : undefined}
    >
      <td className={styles.number}>{seconds(time)}</td>
      <td className={join(styles.way, direction === 'to us' && styles.toUs)}>
        {direction === 'to us' ? words.toUs : words.toPeer}
      </td>
      <td>
        {kind === 'message' ? (
          <b translate="no">{messageType}</b>
        ) : (
          <i title={words.kinds[kind].why}>{words.kinds[kind].name}</i>
        )}
      </td>
      <td className={styles.number}>{count(bytes)}</td>
      <td className={styles.says}>
        <span translate="no" className={styles.summary}>
          {summary}
        </span>
        {isHers && <span className={styles.mark}>{words.hers}</span>}
        {changed && (
          <span className={styles.change}>
            <span className={styles.mark}>{words.changed}</span>
            <span translate="no">{changed.field}</span>
            <del translate="no">{changed.before}</del>
            <span aria-hidden>→</span>
            <ins translate="no">{changed.after}</ins>
          </span>
        )}
      </td>
    </tr>
  )
}
