import type { Rekeyed } from '@v2scope/bip324'
import { REKEY_INTERVAL } from '@v2scope/bip324'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { count } from '../parts/format.js'
import { Meter } from '../parts/Meter.js'
import { useView } from '../session-hooks.js'
import { Derived } from './KeyValue.js'
import styles from './Rekeys.module.css'

const TEXT = {
  title: '… and the ciphers move on, every 224 packets',
  you: 'you to peer',
  peer: 'peer to you',
  now: (epoch: number, done: number) => `epoch ${count(epoch)} · ${done} of ${REKEY_INTERVAL}`,
  next: (left: number) => `next keys in ${count(left)}`,
  done: (n: number) => `${count(n)} new keys so far`,
  of: ({ of, cipher, epoch }: Rekeyed) =>
    `${of === 'sent' ? 'you to peer' : 'peer to you'} · ${cipher} · epoch ${count(epoch)}`,
}
/** The newest come first; so many are drawn. */
const SHOWN = 40

/** How far each direction is, and every key that has been replaced. */
export function Rekeys({ rekeys }: { readonly rekeys: readonly Rekeyed[] }) {
  const stats = useView((view) => view.status.stats)
  if (stats === undefined) return null
  const newest = rekeys.slice(-SHOWN).reverse()
  return (
    <section className={styles.rekeys}>
      <h3>{TEXT.title}</h3>
      {(['sent', 'received'] as const).map((way) => {
        const { packetsUntilRekey, rekeys: epoch } = stats[way]
        const done = REKEY_INTERVAL - packetsUntilRekey
        const Arrow = way === 'sent' ? ArrowRight : ArrowLeft
        return (
          <div key={way} className={styles.line}>
            <span className={way === 'sent' ? styles.you : styles.peer}>
              <Arrow size={14} strokeWidth={2.5} aria-hidden />
              {way === 'sent' ? TEXT.you : TEXT.peer}
            </span>
            <Meter value={done} most={REKEY_INTERVAL} label={TEXT.now(epoch, done)} />
            <span>{TEXT.now(epoch, done)}</span>
            <small>{TEXT.next(packetsUntilRekey)}</small>
          </div>
        )
      })}
      {newest.length > 0 && (
        <details className={styles.all}>
          <summary>{TEXT.done(rekeys.length)}</summary>
          {newest.map((event) => (
            <Derived key={`${event.seq}`} derivation={event.newKey} title={TEXT.of(event)} />
          ))}
        </details>
      )}
    </section>
  )
}
