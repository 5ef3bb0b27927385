import type { RowBytes, StreamRow, TellingSpan } from '@v2scope/eavesdropper'
import { ArrowLeft, ArrowRight, ArrowUpRight } from 'lucide-react'
import { memo } from 'react'
import type { EavesdropperWords, StreamWords } from '../../../words/eavesdropper.js'
import { Button } from '../../parts/Button.js'
import { seconds } from '../../parts/format.js'
import { join } from '../../parts/join.js'
import { HexLines } from './HexLines.js'
import styles from './StreamItem.module.css'
import { Told } from './Told.js'

/** Lines that are shown of what tells nothing, for more of it looks the same; of what v1 lacks, one. */
const LINES_OF_NOISE = 4
const NOTHING = [] as const

interface Props {
  readonly row: StreamRow
  readonly TEXT: EavesdropperWords
  readonly perLine: number
  /** In a v1 session what is on the wire tells it all itself. */
  readonly isV1: boolean
  readonly onOpen: (seq: number) => void
}

/** One thing on the wire, and beside it the same as v1. */
export const StreamItem = memo(
  function StreamItem({ row, TEXT, perLine, isV1, onOpen }: Props) {
    const { stream } = TEXT
    const sent = row.direction === 'sent'
    const Arrow = sent ? ArrowRight : ArrowLeft
    return (
      <li className={styles.row} data-testid="stream-row" data-kind={row.kind}>
        <p className={styles.head}>
          <span className={sent ? styles.sent : styles.received}>
            <Arrow size={14} aria-hidden /> {stream.ways[row.direction]}
          </span>
          <RowLabel row={row} words={stream} />
          <span className={styles.time}>{stream.at(seconds(row.time))}</span>
          <Button
            look="ghost"
            icon
            className={styles.open}
            aria-label={stream.toSession(labelOf(row, stream))}
            title={stream.toSession(labelOf(row, stream))}
            onClick={() => onOpen(row.seq)}
          >
            <ArrowUpRight size={14} aria-hidden />
          </Button>
        </p>
        <div className={join(styles.sides, isV1 && styles.one)}>
          <Wire row={row} TEXT={TEXT} perLine={perLine} isV1={isV1} />
          {!isV1 && <AsV1 row={row} TEXT={TEXT} perLine={perLine} />}
        </div>
      </li>
    )
  },
  (a, b) =>
    a.row.seq === b.row.seq &&
    a.row.wire.length === b.row.wire.length &&
    (a.row.v1 === undefined) === (b.row.v1 === undefined) &&
    a.TEXT === b.TEXT &&
    a.perLine === b.perLine &&
    a.isV1 === b.isV1 &&
    a.onOpen === b.onOpen,
)

const isMessage = ({ kind }: StreamRow) => kind === 'message' || kind === 'v1 message'

function labelOf({ kind, label }: StreamRow, words: StreamWords): string {
  return kind === 'message' || kind === 'v1 message' ? label : words.kinds[kind]
}

function RowLabel({ row, words }: { readonly row: StreamRow; readonly words: StreamWords }) {
  return (
    <strong className={styles.label} {...(isMessage(row) && { translate: 'no' as const })}>
      {labelOf(row, words)}
    </strong>
  )
}

type SideProps = Pick<Props, 'row' | 'TEXT' | 'perLine'>

function Wire({ row, TEXT, perLine, isV1 }: SideProps & Pick<Props, 'isV1'>) {
  const lines = row.v1 ? LINES_OF_NOISE : 1
  return (
    <Side
      transport={isV1 ? 'v1' : 'v2'}
      row={row.wire}
      spans={isV1 ? (row.v1?.spans ?? NOTHING) : NOTHING}
      most={isV1 ? row.wire.bytes.length : lines * perLine}
      perLine={perLine}
      TEXT={TEXT}
    />
  )
}

function AsV1({ row: { v1, kind }, TEXT, perLine }: SideProps) {
  if (!v1) return <p className={styles.none}>{TEXT.stream.noV1[whyNoV1(kind)]}</p>
  return (
    <Side
      transport="v1"
      row={v1}
      spans={v1.spans}
      most={v1.bytes.length}
      perLine={perLine}
      TEXT={TEXT}
    />
  )
}

interface BytesProps extends Pick<Props, 'TEXT' | 'perLine'> {
  readonly transport: 'v1' | 'v2'
  readonly row: RowBytes
  readonly spans: readonly TellingSpan[]
  readonly most: number
}

function Side({ transport, row, spans, most, perLine, TEXT: { stream }, TEXT }: BytesProps) {
  const left = row.length - Math.min(most, row.bytes.length)
  return (
    <div className={styles.side}>
      <HexLines row={row} spans={spans} perLine={perLine} most={most} />
      <div className={styles.below}>
        <b className={styles.transport} translate="no">
          {transport}
        </b>
        <span className={styles.size}>{stream.size(row.length)}</span>
        {left > 0 && <span className={styles.more}>{stream.more(left)}</span>}
        <Told spans={spans} TEXT={TEXT} />
      </div>
    </div>
  )
}

function whyNoV1(kind: StreamRow['kind']): keyof StreamWords['noV1'] {
  switch (kind) {
    case 'key':
    case 'garbage':
    case 'terminator':
    case 'version packet':
      return 'handshake'
    case 'decoy':
      return 'decoy'
    case 'message':
    case 'v1 message':
    case 'rejected':
    case 'unread bytes':
    case 'not understood':
      return 'unknown'
  }
}
