import { type EcdhComputed, type KeysDerived, networkOfMagic } from '@v2scope/bip324'
import type { ReactNode } from 'react'
import type { KeyScheduleEvent } from '../../session/contract.js'
import { RULE_SECTIONS } from '../explanations.js'
import { Empty } from '../parts/Pane.js'
import { Scroller } from '../parts/Scroller.js'
import { useView } from '../session-hooks.js'
import { EllswiftKey } from './EllswiftKey.js'
import styles from './Keys.module.css'
import { Derived, KeyValue, type Look } from './KeyValue.js'
import { Rekeys } from './Rekeys.js'

const TEXT = {
  label: 'key schedule',
  none: 'No keys yet',
  waiting:
    'As soon as a key crosses the wire it stands here; with both of them, the secret and all that follows from it.',
  v1: 'No keys at all',
  v1Why: 'v1 does not encrypt: there is nothing to derive.',
  two: 'Two keys cross the wire',
  one: 'One secret that both can compute',
  six: 'Six values, each by HKDF-Expand',
  private: 'private key',
  privateFormula: '1 … N − 1, fresh for this connection',
  privateNote: 'with the peer’s public key, all that follows can be computed from it',
  ecdhNote: 'x of the point that only the two private keys can reach',
  sharedSecret: 'shared secret',
  sessionNote: 'equal on both sides, or somebody sits between',
  withheld: 'shown once the peer’s version packet has authenticated',
  magic: 'magic',
  magicFormula: (network: string) => `the network: ${network}`,
  salt: 'salt',
  saltFormula: '"bitcoin_v2_shared_secret" ‖ magic',
  saltNote: 'these 24 bytes of ASCII, then the magic: keys of two networks are never the same',
  wireOnly: 'What follows from them is left out',
  wireOnlyWhy:
    'This recording holds the wire alone. Who sees only the two keys can derive nothing from them: for that it takes one of the private keys.',
  send: 'garbage terminator, sent',
  recv: 'garbage terminator, received',
}

const MAGIC_LEN = 4

type Found = {
  readonly sent: Uint8Array | undefined
  readonly received: Uint8Array | undefined
  readonly ecdh: EcdhComputed | undefined
  readonly derived: KeysDerived | undefined
}

function find(events: readonly KeyScheduleEvent[]): Found {
  return {
    sent: events.find(({ type }) => type === 'key_sent')?.bytes,
    received: events.find(({ type }) => type === 'key_received')?.bytes,
    ecdh: events.find((event): event is EcdhComputed => event.type === 'ecdh_computed'),
    derived: events.find((event): event is KeysDerived => event.type === 'keys_derived'),
  }
}

/** Every value between the private key and the ciphers, each with its formula and its rule. */
export function Keys() {
  const events = useView((view) => view.keyEvents)
  const v1 = useView(({ status }) => status.transport === 'v1')
  const wireOnly = useView(({ recording }) => recording?.level === 'wire')
  const { sent, received, ecdh, derived } = find(events)
  if (sent === undefined && received === undefined) {
    if (v1) return <Empty title={TEXT.v1}>{TEXT.v1Why}</Empty>
    return <Empty title={TEXT.none}>{TEXT.waiting}</Empty>
  }
  return (
    <Scroller label={TEXT.label} className={styles.keys}>
      <Group title={TEXT.two}>
        {ecdh && (
          <KeyValue
            title={TEXT.private}
            value={ecdh.privateKey}
            formula={TEXT.privateFormula}
            note={TEXT.privateNote}
            row="H9"
            section={RULE_SECTIONS.H9}
            secret
          />
        )}
        {sent && <EllswiftKey whose="ours" ellswift={sent} decoding={ecdh?.decodings[0]} />}
        {received && (
          <EllswiftKey whose="theirs" ellswift={received} decoding={ecdh?.decodings[1]} />
        )}
      </Group>
      {ecdh && (
        <Group title={TEXT.one}>
          <Derived derivation={ecdh.ecdhX} title="ECDH x" note={TEXT.ecdhNote} />
          <Derived derivation={ecdh.sharedSecret} title={TEXT.sharedSecret} />
          {derived && <Salt derived={derived} />}
          {derived && <Derived derivation={derived.prk} />}
        </Group>
      )}
      {ecdh === undefined && wireOnly && <Empty title={TEXT.wireOnly}>{TEXT.wireOnlyWhy}</Empty>}
      {derived && <Six derived={derived} />}
      <Rekeys />
    </Scroller>
  )
}

/** What ties the keys to a network: its parts, and the whole. */
function Salt({ derived: { salt, prk } }: { readonly derived: KeysDerived }) {
  const magic = salt.subarray(-MAGIC_LEN)
  const { row, section } = prk
  const shared = { row, section, secret: false }
  return (
    <>
      <KeyValue
        title={TEXT.magic}
        value={magic}
        formula={TEXT.magicFormula(networkOfMagic(magic) ?? 'custom')}
        {...shared}
      />
      <KeyValue
        title={TEXT.salt}
        value={salt}
        formula={TEXT.saltFormula}
        note={TEXT.saltNote}
        {...shared}
      />
    </>
  )
}

function Six({ derived }: { readonly derived: KeysDerived }) {
  const authenticated = useView(({ status }) => status.transport === 'v2')
  const ours = derived.role
  const look = (name: string): Look => {
    if (name === 'session_id') return 'session'
    if (name === 'garbage_terminators') return 'terminator'
    return name.startsWith(ours) ? 'you' : 'peer'
  }
  const order = [...derived.expansions].reverse()
  return (
    <Group title={TEXT.six}>
      {order.map((expansion) => (
        <Derived
          key={expansion.name}
          derivation={expansion}
          look={look(expansion.name)}
          {...(expansion.name === 'session_id' && {
            note: TEXT.sessionNote,
            withheld: authenticated ? undefined : TEXT.withheld,
          })}
        />
      ))}
      <Derived derivation={derived.sendGarbageTerminator} title={TEXT.send} look="terminator" />
      <Derived derivation={derived.recvGarbageTerminator} title={TEXT.recv} look="terminator" />
    </Group>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
