import { PACKET_OVERHEAD, V1_HEADER_LEN } from '@v2scope/bip324'
import { useMemo } from 'react'
import { useWords } from '../../words/words.js'
import { toHexText } from '../parts/format.js'
import { join } from '../parts/join.js'
import type { Composed } from './compose.js'
import styles from './Preview.module.css'
import { readAsPeer } from './read-as-peer.js'

const SHOWN = 128
const BYTES_IN_GROUP = 4

/** The bytes, their number, and how a peer will read them. */
export function Preview({ composed, v1 }: { readonly composed: Composed; readonly v1: boolean }) {
  const { preview: TEXT, reading: words } = useWords().composer
  const { contents, typeLength, wireLength } = composed
  const reading = useMemo(() => readAsPeer(composed, words), [composed, words])
  const shown = Math.min(contents.length, SHOWN)
  return (
    <section className={styles.preview} aria-label={TEXT.title} data-testid="composer-preview">
      <h3>{TEXT.title}</h3>
      <p className={styles.sizes}>
        {typeLength > 0 && <span className={styles.type}>{TEXT.type(typeLength)}</span>}
        <span className={styles.payload}>{TEXT.payload(contents.length - typeLength)}</span>
        <span>{TEXT.onWire(v1 ? V1_HEADER_LEN : PACKET_OVERHEAD, wireLength)}</span>
      </p>
      <code className={styles.bytes}>
        <Bytes className={styles.type} data={contents.subarray(0, Math.min(typeLength, shown))} />
        <Bytes className={styles.payload} data={contents.subarray(typeLength, shown)} />
        {contents.length === 0 && TEXT.empty}
        {contents.length > shown && <span>{TEXT.more(contents.length - shown)}</span>}
      </code>
      <p className={join(styles.reading, !reading.ok && styles.bad)} data-testid="composer-reading">
        {reading.text}
      </p>
    </section>
  )
}

interface BytesProps {
  readonly className: string | undefined
  readonly data: Uint8Array
}

function Bytes({ className, data }: BytesProps) {
  const groups: string[] = []
  for (let i = 0; i < data.length; i += BYTES_IN_GROUP) {
    groups.push(toHexText(data.subarray(i, i + BYTES_IN_GROUP)))
  }
  return groups.map((group, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
    <span key={i} className={className} translate="no">
      {group}
    </span>
  ))
}
