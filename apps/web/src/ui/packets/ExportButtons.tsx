import { Download } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions } from '../session-hooks.js'
import styles from './FilterBar.module.css'

const FORMATS = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

interface Props {
  /** Packets that the filter leaves. */
  readonly left: number
  /** Of those that are left, in order. */
  readonly seqs: () => Iterable<number>
  readonly onExport: () => void
}

/** What the filter leaves, as a file. */
export function ExportButtons({ left, seqs, onExport }: Props) {
  const words = useWords().packets.filter
  const { exportPackets } = useActions()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <span role="group" aria-label={words.export} className={styles.exports}>
      {FORMATS.map(([format, name]) => (
        <Button
          key={format}
          disabled={left === 0}
          title={words.exported(left, name)}
          aria-label={words.exported(left, name)}
          onClick={() => {
            onExport()
            exportPackets(format, seqs())
          }}
          data-testid={`export-${format}`}
        >
          {format === 'csv' && <Download size={13} aria-hidden />}
          <span translate="no">{name}</span>
        </Button>
      ))}
    </span>
  )
}
