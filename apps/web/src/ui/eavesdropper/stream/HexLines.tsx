import type { RowBytes, TellingSpan } from '@v2scope/eavesdropper'
import { hexOfByte } from '../../parts/format.js'
import styles from './HexLines.module.css'
import marks from './marks.module.css'
import { asciiOf, linesOf, type Piece } from './pieces.js'

interface Props {
  readonly row: RowBytes
  readonly spans: readonly TellingSpan[]
  readonly perLine: number
  /** At most so many. */
  readonly most: number
}

/** Bytes in hex and as ASCII; what tells something is marked in both. */
export function HexLines({ row, spans, perLine, most }: Props) {
  const bytes = row.bytes.subarray(0, most)
  return (
    <div className={styles.lines} translate="no">
      {linesOf(bytes.length, spans, perLine).map(({ start, pieces }) => (
        <p key={start} className={styles.line}>
          <span className={styles.offset}>{start.toString(16).padStart(4, '0')}</span>
          <span className={styles.hex} style={{ minWidth: `${perLine * 3 - 1}ch` }}>
            {pieces.map((piece, i) => (
              <Part key={piece.start} piece={piece} gap={i > 0}>
                {Array.from(bytes.subarray(piece.start, piece.end), hexOfByte).join(' ')}
              </Part>
            ))}
          </span>
          <span>
            {pieces.map((piece) => (
              <Part key={piece.start} piece={piece} gap={false}>
                {asciiOf(bytes.subarray(piece.start, piece.end))}
              </Part>
            ))}
          </span>
        </p>
      ))}
    </div>
  )
}

interface PartProps {
  readonly piece: Piece
  /** Whether it stands apart from the one before it. */
  readonly gap: boolean
  readonly children: string
}

function Part({ piece, gap, children }: PartProps) {
  return (
    <>
      {gap && ' '}
      <span className={piece.what && marks[piece.what]} data-tells={piece.what}>
        {children}
      </span>
    </>
  )
}
