import type { Waiting } from '@v2scope/bip324'
import { useEffect, useState } from 'react'
import { count } from '../parts/format.js'
import { join } from '../parts/join.js'
import styles from './LadderItem.module.css'

const TEXT = {
  received: 'peer to you',
  key: 'key',
  garbage: 'garbage?',
  packet: 'a packet is coming in',
  part: (bytes: number, of: number) => `${count(bytes)} of ${count(of)} B`,
  soFar: (bytes: number) => `${count(bytes)} B so far`,
  noTerminator: (of: number) => `no terminator yet, of at most ${count(of)}`,
  other: 'possibly another network: then both sides derive different keys',
}
/** Garbage and its terminator come together, or nearly; after so long something may be amiss. */
const PATIENCE_MS = 3000

/** What has begun to come in and isn't whole yet: provisional, until the item itself comes. */
export function WaitingItem({ waiting }: { readonly waiting: Waiting }) {
  const { what, bytes, of } = waiting
  const late = useLate(what === 'garbage')
  const garbage = what === 'garbage'
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
        <span className={styles.hidden}>{TEXT.received}: </span>
        <b>{TEXT[what]}</b>
        <span className={styles.soFar}>{garbage ? TEXT.soFar(bytes) : TEXT.part(bytes, of)}</span>
      </span>
      {garbage && <small>{TEXT.noTerminator(of)}</small>}
      {late && (
        <small role="status" className={styles.late}>
          {TEXT.other}
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
