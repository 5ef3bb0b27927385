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

/** RFC 4180, with a header line. A text that a spreadsheet would take for a formula begins with '. */
export function packetsToCsv(rows: readonly PacketRow[]): string {
  const header = COLUMNS.map(([name]) => name)
  const lines = rows.map((row) => COLUMNS.map(([, key]) => toCell(row[key])))
  return [header, ...lines].map((cells) => cells.join(',') + CRLF).join('')
}

/** An array of objects, a packet each; what is not known is left out. */
export function packetsToJson(rows: readonly PacketRow[]): string {
  const packets = rows.map((row) =>
    Object.fromEntries(
      COLUMNS.filter(([, key]) => row[key] !== undefined).map(([name, key]) => [name, row[key]]),
    ),
  )
  return `${JSON.stringify(packets, undefined, 2)}\n`
}

function toCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
