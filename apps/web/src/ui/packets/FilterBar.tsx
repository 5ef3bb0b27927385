import { Download, ListFilter, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../parts/Button.js'
import { count, plural } from '../parts/format.js'
import { join } from '../parts/join.js'
import { useActions, useApp } from '../session-hooks.js'
import { useUi, writeFilter } from '../ui-store.js'
import styles from './FilterBar.module.css'

const TEXT = {
  label: 'filter of the packets',
  example: 'dir:in type:inv size>1000',
  help: 'words that each packet has to satisfy:\ndir:in  dir:out  type:inv  decoy:yes  decoy:no  epoch:3  size>1000  size<100  "text"\n/ leads here',
  of: (left: number, all: number) => `${count(left)} of ${count(all)}`,
  clear: 'clear the filter',
  export: 'export',
  exported: (n: number, format: string) => `export ${plural(n, 'packet')} as ${format}`,
}
const FORMATS = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

interface Props {
  /** Packets that the filter leaves, and packets in all. */
  readonly left: number
  readonly all: number
  /** Of those that are left, in order. */
  readonly seqs: () => readonly number[]
}

/** What the list is filtered by, how much that leaves, and what is left as a file. */
export function FilterBar({ left, all, seqs }: Props) {
  const { text, problem } = useUi((state) => state.filter)
  const field = useRef<HTMLInputElement>(null)
  const said = useId()
  useSlash(field)
  const saving = useApp((state) => state.saving)
  const [before, setBefore] = useState(saving)
  const notMade = saving !== before && saving.state === 'failed' ? saving.message : undefined
  const clear = () => {
    writeFilter('')
    field.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know the search element
    <div role="search" className={styles.bar}>
      <span className={join(styles.field, problem !== undefined && styles.wrong)} title={TEXT.help}>
        <ListFilter size={14} className={styles.icon} aria-hidden />
        <input
          ref={field}
          value={text}
          placeholder={TEXT.example}
          aria-label={TEXT.label}
          aria-invalid={problem !== undefined}
          aria-describedby={said}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => writeFilter(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && writeFilter('')}
          data-testid="packet-filter"
        />
        {text !== '' && (
          <button type="button" className={styles.clear} aria-label={TEXT.clear} onClick={clear}>
            <X size={14} aria-hidden />
          </button>
        )}
      </span>
      {text !== '' && (
        <span className={styles.count} data-testid="packet-count">
          {TEXT.of(left, all)}
        </span>
      )}
      <ExportButtons {...{ left, seqs }} onExport={() => setBefore(saving)} />
      <span id={said} role="status" className={styles.problem} data-testid="filter-problem">
        {problem ?? notMade}
      </span>
    </div>
  )
}

interface ExportProps extends Pick<Props, 'left' | 'seqs'> {
  readonly onExport: () => void
}

function ExportButtons({ left, seqs, onExport }: ExportProps) {
  const { exportPackets } = useActions()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <span role="group" aria-label={TEXT.export} className={styles.exports}>
      {FORMATS.map(([format, name]) => (
        <Button
          key={format}
          disabled={left === 0}
          title={TEXT.exported(left, name)}
          aria-label={TEXT.exported(left, name)}
          onClick={() => {
            onExport()
            exportPackets(format, seqs())
          }}
          data-testid={`export-${format}`}
        >
          {format === 'csv' && <Download size={13} aria-hidden />}
          {name}
        </Button>
      ))}
    </span>
  )
}

const TYPES_INTO = 'input, textarea, select, [contenteditable], dialog'

/** `/` leads to the field, unless something is being written, or a dialogue is open. */
function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (key !== '/' || ctrlKey || metaKey || altKey) return
      if (target instanceof Element && target.closest(TYPES_INTO)) return
      event.preventDefault()
      field.current?.select()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [field])
}
