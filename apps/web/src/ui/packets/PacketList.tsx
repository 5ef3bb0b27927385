import { useDeferredValue, useMemo } from 'react'
import { handshakeLength } from '../../session/handshake.js'
import { useWords } from '../../words/words.js'
import { percent } from '../parts/format.js'
import { Empty, Pane } from '../parts/Pane.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { useViewInTurn } from '../use-in-turn.js'
import { FilterBar } from './FilterBar.js'
import type { PacketFilter } from './filter.js'
import { useLeftPackets } from './left-packets.js'
import { PacketGrid } from './PacketGrid.js'
import { usePlacedRekeys } from './placed-rekeys.js'
import { isPacket, type Rows, rowsOf, rowsOfLeft } from './row-index.js'
import { TimeStrip } from './TimeStrip.js'

export function PacketList() {
  const words = useWords().packets
  // what is typed is shown at once; a long list may follow a moment later
  const filter = useDeferredValue(useUi((state) => state.filter.applied))
  const { rows, left, all } = useRows(filter)
  const session = useView((view) => view.id)
  return (
    <Pane title={words.title} aside={<Counts packets={all} />}>
      {all > 0 && <FilterBar left={left} all={all} seqs={rows.seqs} />}
      <TimeStrip />
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
  const items = useViewInTurn('list', (view) => view.items)
  const rekeys = useViewInTurn('list', (view) => view.rekeys)
  const placed = usePlacedRekeys(session, rekeys, items)
  const passed = useLeftPackets(session, items, filter)
  return useMemo(() => {
    const after = handshakeLength(items)
    const from = items.at(after)?.kind === 'unread bytes' ? items.length : after
    const handshake = items.slice(0, from).filter(isPacket)
    const all = handshake.length + items.length - from
    const rows =
      passed === undefined ? rowsOf(handshake, items, from, placed) : rowsOfLeft(passed.left, items)
    return { rows, left: rows.items, all }
  }, [items, placed, passed])
}

function NoRows({ filtered }: { readonly filtered: boolean }) {
  const words = useWords().packets
  const ended = useView(({ status: { state } }) => state === 'failed' || state === 'closed')
  const unread = useView(
    ({ recording, items }) =>
      recording?.level === 'wire' && items.at(items.length - 1)?.kind === 'unread bytes',
  )
  if (filtered) return <Empty title={words.left}>{words.leftWhy}</Empty>
  if (unread) return <Empty title={words.unread}>{words.unreadWhy}</Empty>
  if (ended) return <Empty title={words.none}>{words.never}</Empty>
  return <Empty title={words.empty}>{words.waiting}</Empty>
}

function Counts({ packets }: { readonly packets: number }) {
  const words = useWords().packets
  const stats = useViewInTurn('list', (view) => view.status.stats)
  const v1 = useView(({ status }) => status.transport === 'v1')
  if (stats === undefined || packets === 0) return null
  if (v1) return words.messages(packets)
  const decoys = stats.sent.decoys + stats.received.decoys
  const decoyBytes = stats.sent.decoyBytes + stats.received.decoyBytes
  const share = percent(decoyBytes, stats.sent.bytes + stats.received.bytes)
  return <span data-testid="decoy-share">{words.counts(packets, decoys, share)}</span>
}
