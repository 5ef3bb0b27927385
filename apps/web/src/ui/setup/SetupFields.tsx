import { MAX_GARBAGE_LEN, Networks } from '@v2scope/bip324'
import { useMemo } from 'react'
import { MOST_HANDSHAKE_DECOYS } from '../../session/address.js'
import { SIMULATED } from '../../session/contract.js'
import { DEMO } from '../../session/targets.js'
import { count } from '../parts/format.js'
import { useApp } from '../session-hooks.js'
import { type Draft, type Wrong, withNetwork, withPeer } from './draft.js'
import { Choice, Field } from './Field.js'
import type { DraftState } from './use-draft.js'

const TEXT = {
  peer: 'Peer',
  simulated: 'Simulated',
  demo: 'Demo node',
  noBridge: 'Demo node (needs the bridge)',
  network: 'Network',
  custom: 'custom magic…',
  magic: 'Magic',
  magicHint: '8 hex digits',
  role: 'Role',
  roleFixed: 'a bridge’s peer is dialled by you',
  wasSo: 'as it was in the last session',
  garbage: 'Garbage',
  random: 'random',
  garbageHint: `bytes of garbage, 0 to ${count(MAX_GARBAGE_LEN)}; empty: random`,
  decoys: 'Decoys',
  decoysHint: `decoys before your version packet, 0 to ${count(MOST_HANDSHAKE_DECOYS)}`,
}

/** What is allowed, where something else is written. */
export const WRONG: Readonly<Record<Wrong, string>> = {
  magic: 'magic: 8 hex digits',
  garbage: `garbage: 0 to ${count(MAX_GARBAGE_LEN)} bytes, or empty`,
  decoys: `decoys: 0 to ${count(MOST_HANDSHAKE_DECOYS)}`,
}

/** The names of the peers that can be chosen: the one chosen is always among them. */
function usePeers(chosen: string) {
  const targets = useApp((state) => state.targets)
  const bridge = useApp((state) => state.bridge)
  return useMemo(() => {
    const names = new Set([
      ...targets.map(({ name }) => name),
      ...(chosen === SIMULATED ? [] : [chosen]),
    ])
    const options = [...names].map((name) => {
      const address = targets.find((target) => target.name === name)?.address
      const label = name === DEMO ? TEXT.demo : name
      return { value: name, label: name !== DEMO && address ? `${label} · ${address}` : label }
    })
    if (bridge === 'absent' && !names.has(DEMO)) {
      options.push({ value: DEMO, label: TEXT.noBridge })
    }
    return [{ value: SIMULATED, label: TEXT.simulated }, ...options]
  }, [targets, bridge, chosen])
}

const NETWORKS = [
  ...Object.keys(Networks).map((name) => ({ value: name, label: name })),
  { value: 'custom', label: TEXT.custom },
]
const ROLES = ['initiator', 'responder'].map((name) => ({ value: name, label: name }))

const isNetwork = (name: string): name is Draft['network'] =>
  name === 'custom' || Object.hasOwn(Networks, name)

interface Props extends Pick<DraftState, 'change' | 'wrong' | 'readOnly'> {
  readonly draft: Draft
}

export function SetupFields({ draft, change, wrong, readOnly }: Props) {
  const targets = useApp((state) => state.targets)
  const peers = usePeers(draft.peer)
  const simulated = draft.peer === SIMULATED
  const fixed = readOnly ? TEXT.wasSo : undefined
  return (
    <>
      <Choice
        label={TEXT.peer}
        value={draft.peer}
        options={peers}
        fixed={fixed}
        onChange={(peer) => change(withPeer(draft, peer, targets))}
      />
      <Choice
        label={TEXT.network}
        value={draft.network}
        options={NETWORKS}
        fixed={fixed}
        onChange={(name) => isNetwork(name) && change(withNetwork(draft, name))}
      />
      {draft.network === 'custom' && (
        <Field
          label={TEXT.magic}
          value={draft.magic}
          hint={TEXT.magicHint}
          wrong={wrong.includes('magic')}
          fixed={fixed}
          width={9}
          onChange={(magic) => change({ ...draft, magic: magic.trim() })}
        />
      )}
      <Choice
        label={TEXT.role}
        value={draft.role}
        options={ROLES}
        fixed={fixed ?? (simulated ? undefined : TEXT.roleFixed)}
        onChange={(role) =>
          change({ ...draft, role: role === 'responder' ? 'responder' : 'initiator' })
        }
      />
      <Field
        label={TEXT.garbage}
        value={draft.garbage}
        placeholder={TEXT.random}
        hint={TEXT.garbageHint}
        numeric
        width={7}
        wrong={wrong.includes('garbage')}
        fixed={fixed}
        onChange={(garbage) => change({ ...draft, garbage: garbage.trim() })}
      />
      <Field
        label={TEXT.decoys}
        value={draft.decoys}
        hint={TEXT.decoysHint}
        numeric
        width={4}
        wrong={wrong.includes('decoys')}
        fixed={fixed}
        onChange={(decoys) => change({ ...draft, decoys: decoys.trim() })}
      />
    </>
  )
}
