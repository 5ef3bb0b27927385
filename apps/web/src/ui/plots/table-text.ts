/** A table as text to be pasted: into a spreadsheet (TSV), or a file (CSV, RFC 4180). */

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** Indices of columns whose text is the same in every language. */
  readonly untranslated?: readonly number[]
  /** A cell for each column. */
  readonly rows: readonly (readonly (string | number)[])[]
}

export const csvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** What would end a cell or a row is a space. */
export const tsvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows]
    .map((row) => `${row.map((cell) => String(cell).replace(/[\t\r\n]/g, ' ')).join('\t')}\n`)
    .join('')

/** What a spreadsheet would take for a formula is not one: an apostrophe says so. */
function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
