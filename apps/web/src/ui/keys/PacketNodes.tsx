import type { PacketEvent } from '@v2scope/bip324'
import { type PacketKeys, packetNodes } from '@v2scope/key-schedule'
import { useMemo, useState } from 'react'
import { useWords } from '../../words/words.js'
import { useUi } from '../ui-store.js'
import styles from './PacketNodes.module.css'
import { Part } from './Part.js'
import { SecretsSwitch } from './SecretsSwitch.js'
import { useRekeys, type WantedRekey } from './use-rekeys.js'
import { useSchedule } from './use-schedule.js'

/** Length, header, contents and tag of a packet, each with the command that comes to the same. */
export function PacketNodes({ event }: { readonly event: PacketEvent }) {
  const TEXT = useWords().keys.packet
  const isChosen = useUi(({ keyNode }) => keyNode?.startsWith('packet.') ?? false)
  const [isOpen, setOpen] = useState(isChosen)
  return (
    <details
      className={styles.packet}
      open={isOpen || isChosen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (currentTarget.open && !isOpen) currentTarget.scrollIntoView({ block: 'start' })
      }}
    >
      <summary>
        {TEXT.title} <small>{TEXT.why}</small>
      </summary>
      {(isOpen || isChosen) && <Nodes event={event} />}
    </details>
  )
}

function Nodes({ event }: { readonly event: PacketEvent }) {
  const TEXT = useWords().keys.ciphers
  const keys = useKeysOf(event)
  const nodes = useMemo(() => keys && packetNodes(event, keys), [event, keys])
  if (nodes === undefined) return <p>{TEXT.asking}</p>
  return (
    <>
      <SecretsSwitch />
      {nodes.map((node) => (
        <Part key={node.id} node={node} withValue />
      ))}
    </>
  )
}

/** Those of its epoch; empty where a recording left them out, or their change is gone. */
function useKeysOf(event: PacketEvent): PacketKeys | undefined {
  const { epoch, lengthKey, packetKey } = event
  const of = event.type === 'packet_sent' ? 'sent' : 'received'
  const schedule = useSchedule()
  const wanted: readonly WantedRekey[] =
    epoch === 0
      ? []
      : [
          { of, cipher: 'FSChaCha20', epoch },
          { of, cipher: 'FSChaCha20Poly1305', epoch },
        ]
  const [lengths, packets] = useRekeys(wanted)
  const keyOf = (view: typeof lengths, first: string) => {
    if (epoch === 0) return schedule.find(({ id }) => id === first)?.output ?? NOTHING
    if (view?.state === 'asking') return undefined
    return view?.state === 'there' ? view.event.newKey.output : NOTHING
  }
  const L = keyOf(lengths, lengthKey)
  const P = keyOf(packets, packetKey)
  return useMemo(() => (L && P ? { L, P } : undefined), [L, P])
}

const NOTHING = new Uint8Array(0)
