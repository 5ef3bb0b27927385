import type { Waiting } from '@v2scope/bip324'
import { useEffect, useState } from 'react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import styles from './LadderItem.module.css'

/** Garbage and its terminator come together, or nearly; after so long something may be amiss. */
const PATIENCE_MS = 3000

/** What has begun to come in and isn't whole yet: provisional, until the item itself comes. */
export function WaitingItem({ waiting }: { readonly waiting: Waiting }) {
  const { ways, waiting: TEXT } = useWords().ladder
  const { what, bytes, of } = waiting
  const garbage = what === 'garbage'
  // without our key a peer that has dialled can't know its terminator
  const keyIsHeld = useView(({ status }) => status.hold?.first[0]?.item.kind === 'key')
  const late = useLate(garbage && !keyIsHeld)
  return (
    <div
      className={join(
        styles.item,
        styles.received,
        styles.waiting,
        what === 'packet' ? styles.packet : styles[what],
      )}
      data-testid="ladder-waiting"
      data-what={what}
    >
      <span className={styles.arrow}>
        <span className={styles.hidden}>{ways.received}: </span>
        <b>{TEXT.what[what]}</b>
        <span className={styles.soFar}>{garbage ? TEXT.soFar(bytes) : TEXT.part(bytes, of)}</span>
      </span>
      {garbage && <small>{TEXT.noTerminator(of)}</small>}
      {late && (
        <small role="status" className={styles.late}>
          {TEXT.otherNetwork}
        </small>
      )}
    </div>
  )
}

/** Whether it has been so for longer than a peer takes. */
function useLate(waits: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waits])
  return late
}
