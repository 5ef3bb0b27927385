import { Networks } from '@v2scope/bip324'
import { useMemo } from 'react'
import { SIMULATED } from '../../session/contract.js'
import { DEMO } from '../../session/targets.js'
import { useApp } from '../session-hooks.js'
import { type Draft, withNetwork, withPeer } from './draft.js'
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
  garbage: 'Garbage',
  random: 'random',
  garbageHint: 'bytes of garbage, 0 to 4,095; empty: random',
  decoys: 'Decoys',
  decoysHint: 'decoys before your version packet, 0 to 1,000',
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

interface Props extends Pick<DraftState, 'change' | 'wrong'> {
  readonly draft: Draft
}

export function SetupFields({ draft, change, wrong }: Props) {
  const targets = useApp((state) => state.targets)
  const peers = usePeers(draft.peer)
  const simulated = draft.peer === SIMULATED
  return (
    <>
      <Choice
        label={TEXT.peer}
        value={draft.peer}
        options={peers}
        onChange={(peer) => change(withPeer(draft, peer, targets))}
      />
      <Choice
        label={TEXT.network}
        value={draft.network}
        options={NETWORKS}
        onChange={(name) => isNetwork(name) && change(withNetwork(draft, name))}
      />
      {draft.network === 'custom' && (
        <Field
          label={TEXT.magic}
          value={draft.magic}
          hint={TEXT.magicHint}
          wrong={wrong.includes('magic')}
          width={9}
          onChange={(magic) => change({ ...draft, magic: magic.trim() })}
        />
      )}
      <Choice
        label={TEXT.role}
        value={draft.role}
        options={ROLES}
        fixed={simulated ? undefined : TEXT.roleFixed}
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
        onChange={(garbage) => change({ ...draft, garbage: garbage.trim() })}
      />
      <Field
        label={TEXT.decoys}
        value={draft.decoys}
        hint={TEXT.decoysHint}
        numeric
        width={4}
        wrong={wrong.includes('decoys')}
        onChange={(decoys) => change({ ...draft, decoys: decoys.trim() })}
      />
    </>
  )
}
