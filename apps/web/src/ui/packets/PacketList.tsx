import { useDeferredValue, useMemo } from 'react'
import { handshakeLength } from '../ladder/handshake.js'
import { count, percent, plural } from '../parts/format.js'
import { Empty, Pane } from '../parts/Pane.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { FilterBar } from './FilterBar.js'
import type { PacketFilter } from './filter.js'
import { useLeftPackets } from './left-packets.js'
import { PacketGrid } from './PacketGrid.js'
import { isPacket, type Rows, rekeysIn, rowsOf } from './row-index.js'
import { SizeStrip } from './SizeStrip.js'

const TEXT = {
  title: 'Packets',
  messages: (n: number) => plural(n, 'message'),
  decoys: (n: number) => plural(n, 'decoy'),
  share: (share: string) => `${share} % of the bytes are decoys`,
  none: 'No packets',
  never: 'The session ended before there were any. What did cross the wire is in its own pane.',
  empty: 'No packets yet',
  waiting:
    'Once both sides hold the keys, everything is a packet: length, header, contents, tag. Each becomes a row here, decoys hatched.',
  unread: 'The packets are not in this recording',
  unreadWhy:
    'It holds the wire alone: what anybody on the path sees. Where one packet ends and the next begins is encrypted too; the bytes are on the wire, in their own pane.',
  left: 'No packet is left',
  leftWhy: 'None of them satisfies all the words of the filter.',
}

export function PacketList() {
  // what is typed is shown at once; a long list may follow a moment later
  const filter = useDeferredValue(useUi((state) => state.filter.applied))
  const { rows, left, all } = useRows(filter)
  const session = useView((view) => view.id)
  const seqs = () =>
    Array.from({ length: rows.length }, (_, i) => rows.at(i)).flatMap((row) =>
      row?.type === 'item' ? [row.item.seq] : [],
    )
  return (
    <Pane title={TEXT.title} aside={<Counts packets={all} />}>
      {all > 0 && <FilterBar left={left} all={all} seqs={seqs} />}
      <SizeStrip />
      <PacketGrid
        key={`${session} ${filter.text}`}
        rows={rows}
        empty={<NoRows filtered={all > 0} />}
      />
    </Pane>
  )
}

/** The packets that the filter leaves; where it leaves all, with the changes of keys between them. */
function useRows(filter: PacketFilter): {
  readonly rows: Rows
  readonly left: number
  readonly all: number
} {
  const session = useView((view) => view.id)
  const items = useView((view) => view.items)
  const keyEvents = useView((view) => view.keyEvents)
  const passed = useLeftPackets(session, items, filter)
  return useMemo(() => {
    const after = handshakeLength(items)
    const from = items.at(after)?.kind === 'unread bytes' ? items.length : after
    const handshake = items.slice(0, from).filter(isPacket)
    const all = handshake.length + items.length - from
    const rows =
      filter.text === ''
        ? rowsOf(handshake, items, from, rekeysIn(keyEvents))
        : rowsOf(passed.packets, items, items.length, [])
    return { rows, left: rows.items, all }
  }, [items, keyEvents, filter, passed])
}

function NoRows({ filtered }: { readonly filtered: boolean }) {
  const ended = useView(({ status: { state } }) => state === 'failed' || state === 'closed')
  const unread = useView(
    ({ recording, items }) =>
      recording?.level === 'wire' && items.at(items.length - 1)?.kind === 'unread bytes',
  )
  if (filtered) return <Empty title={TEXT.left}>{TEXT.leftWhy}</Empty>
  if (unread) return <Empty title={TEXT.unread}>{TEXT.unreadWhy}</Empty>
  if (ended) return <Empty title={TEXT.none}>{TEXT.never}</Empty>
  return <Empty title={TEXT.empty}>{TEXT.waiting}</Empty>
}

function Counts({ packets }: { readonly packets: number }) {
  const stats = useView((view) => view.status.stats)
  const v1 = useView(({ status }) => status.transport === 'v1')
  if (stats === undefined || packets === 0) return null
  if (v1) return TEXT.messages(packets)
  const decoys = stats.sent.decoys + stats.received.decoys
  const decoyBytes = stats.sent.decoyBytes + stats.received.decoyBytes
  const share = percent(decoyBytes, stats.sent.bytes + stats.received.bytes)
  return (
    <span data-testid="decoy-share">
      {count(packets)} · {TEXT.decoys(decoys)} · {TEXT.share(share)}
    </span>
  )
}
