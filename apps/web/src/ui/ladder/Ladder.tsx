import { useEffect, useMemo, useRef, useState } from 'react'
import { handshakeLength } from '../../session/handshake.js'
import { useWords } from '../../words/words.js'
import { HeldPieces } from '../hold/HeldPieces.js'
import { useIsHolding } from '../hold/use-hold.js'
import { NewRows } from '../packets/NewRows.js'
import { usePlacedRekeys } from '../packets/placed-rekeys.js'
import { NO_REKEYS, rowsOf } from '../packets/row-index.js'
import { useGridKeys } from '../packets/use-grid-keys.js'
import { useTail } from '../packets/use-tail.js'
import { type Viewport, windowOf } from '../packets/windower.js'
import { Empty, Pane } from '../parts/Pane.js'
import { useTouch } from '../parts/use-layout.js'
import {
  useActions,
  useApp,
  useIsLive,
  useIsStepping,
  useView,
  useWholeView,
} from '../session-hooks.js'
import { useViewInTurn } from '../use-in-turn.js'
import { useSelect } from '../use-select.js'
import { EndLine } from './EndLine.js'
import { FailurePanel } from './FailurePanel.js'
import { HandshakeSteps } from './HandshakeSteps.js'
import styles from './Ladder.module.css'
import { ladderId } from './LadderItem.js'
import { LadderTail } from './LadderTail.js'
import { Milestone } from './Milestone.js'
import { NodesWaiting } from './NodesWaiting.js'
import { useHeight } from './use-height.js'
import { useIsAwaited, WaitForNode } from './WaitForNode.js'
import { WaitingItem } from './WaitingItem.js'

const ROW = 27
const ROW_TOUCH = 40

/** How many rows of the tail are further down than can be seen. */
function rowsBelow(viewport: Viewport, head: number, rows: number, rowHeight: number): number {
  const hidden = head + rows * rowHeight - viewport.scrollTop - viewport.height
  return Math.min(Math.ceil(hidden / rowHeight), rows)
}

/** Once the reader has stepped through a session, its ladder is no longer held at the handshake. */
function useHasStepped(session: number): boolean {
  const isStepping = useIsStepping()
  const [stepped, setStepped] = useState<number>()
  if (isStepping && stepped !== session) setStepped(session)
  return stepped === session
}

export function Ladder() {
  const words = useWords()
  const TEXT = words.ladder
  const title = words.screens.panes.wire
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const session = useView((view) => view.id)
  const role = useView((view) => view.settings.role)
  const items = useViewInTurn('sums', (view) => view.items)
  const rekeys = useViewInTurn('sums', (view) => view.rekeys)
  const failure = useView((view) => view.status.failure)
  const waiting = useView(({ status }) => (status.state === 'closed' ? undefined : status.waiting))
  const over = useView(
    ({ status }) =>
      status.transport !== 'detecting' || status.state === 'failed' || status.state === 'closed',
  )
  const v1 = useView(({ status }) => status.transport === 'v1')
  const selected = useView((view) => view.selected)
  const select = useSelect()
  const live = useIsLive()
  const seedOver = useView(({ status }) => status.isSeedOver === true)
  const recorded = useView(({ recording }) => recording !== undefined)
  const actions = useActions()
  const isHolding = useIsHolding()
  const isAwaited = useIsAwaited()
  const nextHeld = useView((view) => view.nextHeld?.id)
  const rowHeight = useTouch() ? ROW_TOUCH : ROW

  const handshake = useMemo(() => handshakeLength(items), [items])
  const isOpening = useApp(({ stepping }) => stepping.run === 'opening')
  const hasStepped = useHasStepped(session)
  const all = useMemo(() => rowsOf([], items, 0, NO_REKEYS), [items])
  const placed = usePlacedRekeys(session, rekeys, items)
  const tailRows = useMemo(() => rowsOf([], items, handshake, placed), [items, handshake, placed])
  const tailLength = tailRows.length
  const headHeight = useHeight(head)
  const partial = waiting && waiting.bytes > 0 && !failure
  const tail = useTail(
    scroller,
    handshake + tailLength,
    rowHeight,
    `${session} ${headHeight} ${failure?.code} ${partial && waiting.what} ${seedOver} ${isHolding} ${nextHeld}`,
    // the handshake stays in sight: what follows it is in the list of packets too
    over && !isOpening && !hasStepped && !isHolding && !failure && !v1
      ? { rows: handshake, bottom: headHeight }
      : undefined,
  )
  const cursor = useWholeView((view) => view.cursor)
  const isStepping = useIsStepping()
  const { toTail } = tail
  // the cursor is at the end of what is drawn
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each step
  useEffect(() => {
    if (isStepping) toTail()
  }, [cursor, isStepping, toTail])
  const below = rowsBelow(tail.viewport, headHeight, tailLength, rowHeight)
  const drawn = windowOf(tailLength, rowHeight, {
    scrollTop: tail.viewport.scrollTop - headHeight,
    height: tail.viewport.height,
  })
  const index = selected === undefined ? -1 : items.indexOfSeq(selected)
  const tailRow = selected === undefined ? -1 : tailRows.rowOf(selected)
  const isDrawn =
    index >= 0 && (index < handshake || (tailRow >= drawn.start && tailRow < drawn.end))
  const active = isDrawn && selected !== undefined ? ladderId(selected) : undefined
  const open = useMemo(() => (seq: number) => select(seq, true), [select])
  const keys = useGridKeys(all, selected, (seq, wide) => {
    select(seq, wide)
    requestAnimationFrame(() =>
      document.getElementById(ladderId(seq))?.scrollIntoView({ block: 'nearest' }),
    )
  })

  return (
    <Pane title={title} aside={TEXT.aside}>
      <div className={styles.lanes}>
        <span className={styles.you}>{TEXT.you}</span>
        <span className={styles.role}>{TEXT.role(role)}</span>
        <span className={styles.peer}>{TEXT.peer}</span>
      </div>
      <NodesWaiting />
      <div className={styles.body}>
        {items.length === 0 && !failure && !partial && !isHolding && !isAwaited && (
          <Empty title={isStepping ? TEXT.beforeFirst : TEXT.nothing}>
            {isStepping ? TEXT.beforeFirstWhy : TEXT.nothingWhy(role)}
          </Empty>
        )}
        <div ref={scroller} className={styles.scroller} onScroll={tail.onScroll}>
          <div className={styles.rails}>
            <div
              role="listbox"
              tabIndex={0}
              aria-label={title}
              aria-activedescendant={active}
              className={styles.list}
              onKeyDown={keys}
            >
              <div ref={head} role="presentation">
                {v1 && <Milestone bad>{TEXT.v1}</Milestone>}
                <HandshakeSteps
                  items={items}
                  length={handshake}
                  selected={selected}
                  animated={isOpening}
                  onOpen={open}
                />
                {items.at(handshake)?.kind === 'unread bytes' && (
                  <Milestone>{TEXT.unread}</Milestone>
                )}
              </div>
              <LadderTail rows={tailRows} window={drawn} selected={selected} onOpen={open} />
            </div>
            {seedOver && live && (
              <p className={styles.over} role="status" data-testid="seed-over">
                {TEXT.seedOver}
              </p>
            )}
            {partial && <WaitingItem key={`${session} ${waiting.what}`} waiting={waiting} />}
            <WaitForNode />
            <HeldPieces />
            <EndLine />
            {failure && (
              <FailurePanel
                failure={failure}
                advised={!recorded}
                onAgain={live ? () => actions.again() : undefined}
                onV1={live ? actions.tryV1 : undefined}
              />
            )}
          </div>
        </div>
      </div>
      {!tail.following && below > 0 && <NewRows below={below} onClick={tail.toTail} />}
    </Pane>
  )
}
