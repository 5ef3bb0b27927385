import { REKEY_INTERVAL } from '@v2scope/bip324'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Rekey } from '../../session/contract.js'
import { Button } from '../parts/Button.js'
import { count } from '../parts/format.js'
import { Meter } from '../parts/Meter.js'
import { useActions, useView } from '../session-hooks.js'
import { Derived } from './KeyValue.js'
import styles from './Rekeys.module.css'

const TEXT = {
  title: '… and the ciphers move on, every 224 packets',
  you: 'you to peer',
  peer: 'peer to you',
  now: (epoch: number, done: number) => `epoch ${count(epoch)} · ${done} of ${REKEY_INTERVAL}`,
  next: (left: number) => `next keys in ${count(left)}`,
  done: (n: number) => `${count(n)} new keys so far`,
  dropped: 'Its bytes had to go, to make room for later ones.',
  of: ({ of, cipher, epoch }: Rekey) =>
    `${of === 'sent' ? 'you to peer' : 'peer to you'} · ${cipher} · epoch ${count(epoch)}`,
}
/** The newest come first; so many are drawn. */
const SHOWN = 40

/** How far each direction is, and every key that has been replaced. */
export function Rekeys() {
  const stats = useView((view) => view.status.stats)
  const rekeys = useView((view) => view.rekeys)
  if (stats === undefined) return null
  const newest = rekeys.slice(Math.max(rekeys.length - SHOWN, 0)).reverse()
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
            <NewKey key={event.seq} rekey={event} />
          ))}
        </details>
      )}
    </section>
  )
}

/** One of many: its key is brought when it is asked for. */
function NewKey({ rekey }: { readonly rekey: Rekey }) {
  const { askKeyEvent } = useActions()
  const asked = useView(({ keyEvent }) =>
    keyEvent.state !== 'none' && keyEvent.seq === rekey.seq ? keyEvent : undefined,
  )
  if (asked?.state === 'there') {
    return <Derived derivation={asked.event.newKey} title={TEXT.of(rekey)} />
  }
  return (
    <p>
      <Button onClick={() => askKeyEvent(rekey.seq)}>{TEXT.of(rekey)}</Button>
      {asked?.state === 'dropped' && <small>{TEXT.dropped}</small>}
    </p>
  )
}
