// biome-ignore-all lint/a11y/useSemanticElements: rows that are not drawn have no place in a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active row
import type { Rekeyed } from '@v2scope/bip324'
import { ArrowLeft, ArrowRight, RefreshCw } from 'lucide-react'
import { count } from '../parts/format.js'
import styles from './RekeyRow.module.css'

const TEXT = {
  rekeyed: (epoch: number) => `new keys · epoch ${count(epoch)}`,
  short: 'after 224 packets; the old ones are gone',
  why: 'after 224 packets; the old keys are gone, and cannot be computed from the new ones',
  sent: 'sent',
  received: 'received',
}

/** A band between the packets: from here on a direction has other keys. */
export function RekeyRow({ event, row }: { readonly event: Rekeyed; readonly row: number }) {
  const Arrow = event.of === 'sent' ? ArrowRight : ArrowLeft
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.band} title={TEXT.why}>
      <span role="gridcell" aria-colspan={7}>
        <Arrow
          size={13}
          strokeWidth={2.5}
          className={event.of === 'sent' ? styles.sent : styles.received}
          aria-label={TEXT[event.of]}
        />
        <RefreshCw size={12} aria-hidden />
        {TEXT.rekeyed(event.epoch)}
        <small>{TEXT.short}</small>
      </span>
    </div>
  )
}
