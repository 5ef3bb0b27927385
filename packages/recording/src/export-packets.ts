/** Packets as the page lists them, as CSV or JSON for other programs. */

/** One packet of the list. Bytes are lower-case hex. */
export interface PacketRow {
  readonly seq: number
  /** In ms from the start of the session. */
  readonly time: number
  readonly direction: 'sent' | 'received'
  /** As the list shows it: the message type, or what it is otherwise. */
  readonly type: string
  readonly kind: string
  /** In its direction, from 0. */
  readonly number?: number
  readonly epoch?: number
  /** On the wire. */
  readonly wireBytes: number
  /** Decrypted; absent where they are not known. */
  readonly contentsBytes?: number
  readonly decoy: boolean
  readonly summary?: string
  readonly wireHex: string
  readonly contentsHex?: string
}

/** Names of the columns: units are in them. */
const COLUMNS = [
  ['seq', 'seq'],
  ['time_ms', 'time'],
  ['direction', 'direction'],
  ['type', 'type'],
  ['kind', 'kind'],
  ['packet_number', 'number'],
  ['key_epoch', 'epoch'],
  ['wire_bytes', 'wireBytes'],
  ['contents_bytes', 'contentsBytes'],
  ['decoy', 'decoy'],
  ['summary', 'summary'],
  ['wire_hex', 'wireHex'],
  ['contents_hex', 'contentsHex'],
] as const

const CRLF = '\r\n'
const ROWS_OF_PIECE = 256

/**
 * RFC 4180, with a header line. A text that a spreadsheet would take for a formula begins with '.
 * @returns the file in pieces: whole, it may be longer than a string can be
 */
export function* packetsToCsv(rows: Iterable<PacketRow>): Generator<string> {
  yield toLine(COLUMNS.map(([name]) => name))
  yield* inPieces(rows, (row) => toLine(COLUMNS.map(([, key]) => toCell(row[key]))))
}

/** An array of objects, a packet each; what is not known is left out. @returns the file in pieces */
export function* packetsToJson(rows: Iterable<PacketRow>): Generator<string> {
  let before = '[\n'
  yield* inPieces(rows, (row) => {
    const text = before + toObject(row)
    before = ',\n'
    return text
  })
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Several rows to a piece: a million strings are many. */
function* inPieces(rows: Iterable<PacketRow>, show: (row: PacketRow) => string): Generator<string> {
  let piece: string[] = []
  for (const row of rows) {
    piece.push(show(row))
    if (piece.length < ROWS_OF_PIECE) continue
    yield piece.join('')
    piece = []
  }
  if (piece.length > 0) yield piece.join('')
}

const toLine = (cells: readonly string[]): string => cells.join(',') + CRLF

function toObject(row: PacketRow): string {
  const shown = COLUMNS.filter(([, key]) => row[key] !== undefined)
  const packet = Object.fromEntries(shown.map(([name, key]) => [name, row[key]]))
  return `  ${JSON.stringify(packet, undefined, 2).replaceAll('\n', '\n  ')}`
}

function toCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
