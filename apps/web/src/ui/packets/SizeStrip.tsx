import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import { isPacket } from './row-index.js'
import styles from './SizeStrip.module.css'

const TEXT = {
  label: 'sizes of the last packets: yours upwards, the peer’s downwards, decoys hatched',
}
const SHOWN = 90
/** A packet is 20 bytes at least; what fills the height, on a logarithmic scale. */
const LEAST = 12
const MOST = 2000

const share = (bytes: number): number =>
  Math.min(Math.log(bytes / LEAST) / Math.log(MOST / LEAST), 1) * 100

/** What an observer has to go by: sizes, directions and order. */
export function SizeStrip() {
  const items = useView((view) => view.items)
  const last = items.slice(Math.max(items.length - SHOWN, 0)).filter(isPacket)
  if (last.length === 0) return null
  return (
    <div className={styles.strip} role="img" aria-label={TEXT.label} title={TEXT.label}>
      {last.map(({ seq, wireBytes, direction, kind }) => (
        <i
          key={seq}
          className={join(styles[direction], kind === 'decoy' && styles.decoy)}
          style={{ height: `${share(wireBytes) / 2}%` }}
        />
      ))}
    </div>
  )
}
