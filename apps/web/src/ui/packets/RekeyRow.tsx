// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import { ArrowLeft, ArrowRight, RefreshCw } from 'lucide-react'
import type { Rekey } from '../../session/status.js'
import { useWords } from '../../words/words.js'
import styles from './RekeyRow.module.css'

/** A band between the packets: from here on a direction has other keys. */
export function RekeyRow({ event, row }: { readonly event: Rekey; readonly row: number }) {
  const words = useWords().packets
  const Arrow = event.of === 'sent' ? ArrowRight : ArrowLeft
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.band} title={words.rekeyWhy}>
      <span role="gridcell" aria-colspan={7}>
        <Arrow
          size={13}
          strokeWidth={2.5}
          className={event.of === 'sent' ? styles.sent : styles.received}
          aria-label={words[event.of]}
        />
        <RefreshCw size={12} aria-hidden />
        {words.rekeyed(event.epoch)}
        <small>{words.rekeyShort}</small>
      </span>
    </div>
  )
}
