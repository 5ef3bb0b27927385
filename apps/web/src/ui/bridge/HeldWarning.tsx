import { TriangleAlert } from 'lucide-react'
import { useBridgeWords } from '../../words/bridge.js'
import styles from '../setup/Problems.module.css'

const SECOND_MS = 1000

/** Where a session is to start held, and the bridge does not wait for long. @param firstByte ms */
export function HeldWarning({ firstByte }: { readonly firstByte: number }) {
  const TEXT = useBridgeWords()?.live
  if (!TEXT) return null
  return (
    <p role="status" className={styles.warning} data-testid="held-warning">
      <TriangleAlert size={13} aria-hidden />
      {TEXT.held(firstByte / SECOND_MS)}
    </p>
  )
}
