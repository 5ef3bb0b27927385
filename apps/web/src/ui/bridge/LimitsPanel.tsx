import type { BridgeLimits } from '../../session/bridge-limits.js'
import type { BridgeWords } from '../../words/bridge.js'
import { useApp } from '../session-hooks.js'
import styles from './Facts.module.css'

type Words = BridgeWords['limits']

/** What the bridge allows to whoever asks, and what of it is left. */
export function LimitsPanel({ words }: { readonly words: Words }) {
  const limits = useApp((state) => state.limits)
  if (!limits) return null
  return (
    <>
      <p className={styles.title}>{words.title}</p>
      <dl className={styles.facts} data-testid="limits-facts">
        {factsOf(limits, words).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {limits.yours.most !== null && <p className={styles.note}>{words.yoursWhy}</p>}
      <Addresses limits={limits} words={words} />
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function factsOf(limits: BridgeLimits, words: Words): readonly (readonly [string, string])[] {
  const { yours, connections, upgradesPerMinute: upgrades, times } = limits
  const used = ({ most, open }: BridgeLimits['yours']) =>
    most === null ? words.unbounded : words.of(open, most)
  const bytes = (most: number | null) => (most === null ? words.unbounded : words.bytes(most))
  const time = (ms: number | null) => (ms === null ? words.unbounded : words.duration(ms))
  return [
    [words.yours, used(yours)],
    [words.connections, used(connections)],
    [words.upgrades, upgrades ? words.left(upgrades.left, upgrades.most) : words.unbounded],
    [words.bytesInAll, bytes(limits.bytesInAll)],
    [words.bytesPerSecond, bytes(limits.bytesPerSecond)],
    [words.firstByte, time(times.firstByte)],
    [words.idle, time(times.idle)],
    [words.lifetime, time(times.lifetime)],
  ]
}

/** Which nodes may be dialled beside the named ones. */
function Addresses({ limits, words }: { readonly limits: BridgeLimits; readonly words: Words }) {
  const { freeAddresses: free } = limits
  return (
    <dl className={styles.facts}>
      <dt>{words.addresses}</dt>
      <dd>
        {free === null && words.namedOnly}
        {free?.public && <span>{words.publicOn(free.ports.join(', '))} </span>}
        <span translate="no">{free?.listed.join(' ')}</span>
      </dd>
    </dl>
  )
}
