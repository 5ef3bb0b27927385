import { REKEY_INTERVAL } from '@v2scope/bip324'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { count, milliseconds, percent, plural, size } from '../parts/format.js'
import { Meter } from '../parts/Meter.js'
import { useView } from '../session-hooks.js'
import styles from './Counters.module.css'

const TEXT = {
  packet: 'packet',
  packets: 'packets',
  rekey: 'rekey',
  in: (left: number) => `in ${count(left)}`,
  meter: (way: string, left: number) => `new keys, ${way}, in ${plural(left, 'packet')}`,
  sent: 'sent',
  received: 'received',
  ping: 'ping',
  noPing: '–',
  decoys: (share: string) => `${share} % decoys`,
  leftOut: 'packets were not counted: this recording holds the wire alone',
  dropped: (n: number) => `${size(n)} of payload dropped`,
}

/** What has gone each way, how long its keys still serve, and how fast the peer answers. */
export function Counters({ narrow }: { readonly narrow: boolean }) {
  const droppedBytes = useView(({ status }) => status.droppedBytes)
  const v1 = useView(({ status }) => status.transport === 'v1')
  const leftOut = useView(({ recording, status }) => recording && status.stats === undefined)
  if (leftOut) return <p className={styles.counters}>{TEXT.leftOut}</p>
  return (
    <div className={styles.counters}>
      <Way way="sent" />
      <Way way="received" />
      {narrow && <Latency />}
      {!v1 && <Rekey way="sent" />}
      {!v1 && <Rekey way="received" />}
      {!v1 && <Share />}
      {!narrow && <Latency />}
      {droppedBytes > 0 && <span>{TEXT.dropped(droppedBytes)}</span>}
    </div>
  )
}

type Which = 'sent' | 'received'

const Arrow = ({ way }: { readonly way: Which }) => {
  const Icon = way === 'sent' ? ArrowRight : ArrowLeft
  return <Icon size={13} strokeWidth={2.5} className={styles[way]} aria-label={TEXT[way]} />
}

function Way({ way }: { readonly way: Which }) {
  const packets = useView(({ status }) => status.stats?.[way].packets ?? 0)
  const total = useView(({ status }) => status.stats?.[way].bytes ?? 0)
  return (
    <span data-testid={`counter-${way}`}>
      <Arrow way={way} />
      {count(packets)}{' '}
      <span className={styles.word}>{packets === 1 ? TEXT.packet : TEXT.packets}</span> ·{' '}
      {size(total)}
    </span>
  )
}

function Rekey({ way }: { readonly way: Which }) {
  const left = useView(({ status }) => status.stats?.[way].packetsUntilRekey ?? REKEY_INTERVAL)
  return (
    <span data-testid={`rekey-${way}`}>
      {TEXT.rekey}
      <Arrow way={way} />
      <Meter
        value={REKEY_INTERVAL - left}
        most={REKEY_INTERVAL}
        label={TEXT.meter(TEXT[way], left)}
      />
      {TEXT.in(left)}
    </span>
  )
}

function Latency() {
  const latency = useView(({ status }) => status.latencyMs)
  return (
    <span data-testid="latency">
      {TEXT.ping} {latency === undefined ? TEXT.noPing : milliseconds(latency)}
    </span>
  )
}

function Share() {
  const share = useView(({ status: { stats } }) =>
    stats === undefined
      ? undefined
      : percent(
          stats.sent.decoyBytes + stats.received.decoyBytes,
          stats.sent.bytes + stats.received.bytes,
        ),
  )
  return share === undefined ? null : <span>{TEXT.decoys(share)}</span>
}
