import { Send } from 'lucide-react'
import { useState } from 'react'
import type { HoldView } from '../../session/item.js'
import { useBridgeWords } from '../../words/bridge.js'
import { useWords } from '../../words/words.js'
import { useRelayLeft } from '../bridge/use-relay-left.js'
import { ItemLabel } from '../details/ItemLabel.js'
import { labelOf, noteOf } from '../ladder/handshake.js'
import { lookOf } from '../ladder/LadderItem.js'
import ladder from '../ladder/LadderItem.module.css'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { useIsLive, useView } from '../session-hooks.js'
import { HeldDetail } from './HeldDetail.js'
import styles from './HeldPieces.module.css'
import { isHeldKind } from './held-kind.js'
import { useRelease } from './use-hold.js'
import { useSecondsLeft } from './use-seconds-left.js'
import { waitsFor } from './waits-for.js'

/** At the end of the ladder, while Hold is on: what goes next, and what it takes to let it go. */
export function HeldPieces() {
  const TEXT = useWords().hold
  const isLive = useIsLive()
  const hold = useView(({ status }) => status.hold)
  const waits = useView(({ status }) => waitsFor(status))
  if (!isLive || !hold?.isOn || waits === undefined) return null
  const [next] = hold.first
  return (
    <section className={styles.held} aria-label={TEXT.region} data-testid="held">
      {next ? (
        <NextPiece key={next.id} item={next.item} />
      ) : (
        <p className={styles.waits} role="status" data-testid="hold-waits">
          {TEXT.waits[waits]}
        </p>
      )}
      <div className={styles.foot}>
        <div className={styles.line}>
          <ReleaseButton />
          {next && <Behind hold={hold} />}
        </div>
        <TimeLeft />
      </div>
    </section>
  )
}

type Item = HoldView['first'][number]['item']

/** As it will be in the ladder, but dashed; its bytes and fields below. */
function NextPiece({ item }: { readonly item: Item }) {
  const TEXT = useWords().hold
  const [isOpen, setOpen] = useState(false)
  const { kind, wireBytes } = item
  const name = isHeldKind(kind) ? TEXT.names[kind] : labelOf(item)
  const note = noteOf(item)
  return (
    <div
      className={join(ladder.item, ladder.sent, ladder.waiting, lookOf(kind))}
      data-testid="held-next"
      data-kind={kind}
      data-bytes={wireBytes}
    >
      <p role="status" className={ladder.hidden}>
        {TEXT.spoken(name, wireBytes)}
      </p>
      <span className={ladder.arrow} aria-hidden>
        <span>{TEXT.held}</span>
        <b>{isHeldKind(kind) ? name : <ItemLabel item={item} />}</b>
        <span className={join(ladder.size, styles.size)}>{TEXT.size(wireBytes)}</span>
      </span>
      {note !== undefined && <small>{note}</small>}
      <details
        className={styles.detail}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary data-testid="held-open">{TEXT.open}</summary>
        {isOpen && <HeldDetail item={item} />}
      </details>
    </div>
  )
}

/** It stays where it is, so that one piece after the other goes with the same press. */
function ReleaseButton() {
  const TEXT = useWords().hold
  const release = useRelease()
  return (
    <Button
      look={release ? 'primary' : 'plain'}
      aria-disabled={release === undefined}
      title={TEXT.releaseWhy}
      onClick={release}
      data-testid="release"
    >
      <Send size={14} aria-hidden />
      {TEXT.release}
    </Button>
  )
}

function Behind({ hold: { count, bytes } }: { readonly hold: HoldView }) {
  const TEXT = useWords().hold
  return (
    <span className={styles.more} data-testid="hold-count">
      {count > 1 ? TEXT.more(count - 1, bytes) : TEXT.last}
    </span>
  )
}

/** With less than this, in s, it is said loudly. */
const SOON = 15

function TimeLeft() {
  const TEXT = useWords().hold
  const LIVE = useBridgeWords()?.live
  const left = useSecondsLeft()
  const { firstByte } = useRelayLeft()
  // the bridge is less patient than a node
  if (firstByte !== undefined && LIVE) {
    return (
      <p role="timer" className={join(styles.left, styles.soon)} data-testid="first-byte-left">
        {LIVE.firstByte(firstByte)}
      </p>
    )
  }
  if (left === undefined) return null
  return (
    <p
      role="timer"
      className={join(styles.left, left < SOON && styles.soon)}
      title={TEXT.leftWhy}
      data-testid="hold-left"
    >
      {left > 0 ? TEXT.left(left) : TEXT.over}
    </p>
  )
}
