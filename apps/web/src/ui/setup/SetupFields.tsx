import { Networks } from '@v2scope/bip324'
import { INBOUND, SIMULATED } from '@v2scope/recording'
import { useMemo } from 'react'
import { DEMO } from '../../session/targets.js'
import { useWords, type Words } from '../../words/words.js'
import { BridgeTools } from '../bridge/lazy-bridge.js'
import { nameOf } from '../parts/format.js'
import { isShipped, SHIPPED } from '../recording/shipped.js'
import { useApp, useMayListen, useView } from '../session-hooks.js'
import { type Draft, ON_SHOW, withNetwork, withNode, withPeer } from './draft.js'
import { Choice, Field, type Option } from './Field.js'
import { NodeField } from './NodeField.js'
import { SeedField } from './SeedField.js'
import type { DraftState } from './use-draft.js'

/** The names of the peers that can be chosen: the one chosen is always among them. */
function usePeers(chosen: string) {
  const TEXT = useWords().setup
  const targets = useApp((state) => state.targets)
  const bridge = useApp((state) => state.bridge)
  const mayListen = useMayListen()
  return useMemo(() => {
    const names = new Set([
      ...targets.map(({ name }) => name),
      ...(chosen === SIMULATED ? [] : [chosen]),
    ])
    const isListening = names.delete(INBOUND)
    const options: Option[] = [...names].map((name) => {
      const address = targets.find((target) => target.name === name)?.address
      const label = name === DEMO ? TEXT.demo : name
      const shown = name !== DEMO && address ? `${label} · ${address}` : label
      return { value: name, label: shown, isName: name !== DEMO }
    })
    if (bridge === 'absent' && !names.has(DEMO)) {
      options.push({ value: DEMO, label: TEXT.noBridge })
    }
    if (mayListen || isListening) options.push({ value: INBOUND, label: TEXT.inbound })
    return [{ value: SIMULATED, label: TEXT.simulated }, ...options]
  }, [TEXT, targets, bridge, mayListen, chosen])
}

const NETWORKS = Object.keys(Networks).map((name) => ({ value: name, label: name, isName: true }))
const ROLES = ['initiator', 'responder'].map((name) => ({ value: name, label: name, isName: true }))

/** In the list of peers: no name of a target has a colon. */
const MY_NODE = ':my-node'

const isNetwork = (name: string): name is Draft['network'] =>
  name === 'custom' || Object.hasOwn(Networks, name)

interface Props extends Pick<DraftState, 'change' | 'wrong' | 'readOnly'> {
  readonly draft: Draft
}

export function SetupFields(props: Props) {
  const { draft, readOnly } = props
  const TEXT = useWords().setup
  const level = useView(({ recording }) => recording?.level)
  const fixed = readOnly ? TEXT.wasSo : draft.recording === ON_SHOW ? TEXT.asRecorded : undefined
  return (
    <>
      <PeerChoice {...props} />
      {(draft.recording === undefined || draft.recording === ON_SHOW) && (
        <>
          {draft.peer === SIMULATED && <SeedField {...props} fixed={fixed} />}
          <NetworkFields {...props} fixed={fixed} />
          {/* the wire alone does not tell them */}
          {!(fixed !== undefined && level === 'wire') && <CoverFields {...props} fixed={fixed} />}
        </>
      )}
    </>
  )
}

function PeerChoice({ draft, change, wrong, readOnly }: Props) {
  const words = useWords()
  const TEXT = words.setup
  const { shipped } = words.recording
  const targets = useApp((state) => state.targets)
  const recordedWith = useApp(({ current }) => current?.recording && current.settings.peer)
  const mayWrite = useApp(({ limits }) => limits !== undefined && limits.freeAddresses !== null)
  const hasBridge = useApp(({ bridge }) => bridge === 'present')
  const isWritten = mayWrite && draft.byAddress && !readOnly
  const peers = usePeers(draft.recording === undefined && !isWritten ? draft.peer : SIMULATED)
  const myNode = mayWrite && !readOnly ? [{ value: MY_NODE, label: TEXT.node.choice }] : []
  const onShow =
    recordedWith === undefined
      ? []
      : [{ value: ON_SHOW, label: TEXT.recorded(nameOf(recordedWith)) }]
  const recordings = {
    name: TEXT.recordings,
    options: SHIPPED.map(({ url, name }) => ({ value: url, label: shipped[name] })),
  }
  const choose = (value: string) => {
    if (isShipped(value) || value === ON_SHOW) change({ ...draft, recording: value })
    else if (value === MY_NODE) change(withNode(draft, ''))
    else change(withPeer(draft, value, targets))
  }
  return (
    <>
      <Choice
        label={TEXT.peer}
        value={draft.recording ?? (isWritten ? MY_NODE : draft.peer)}
        options={readOnly ? peers : [...onShow, ...peers, ...myNode]}
        group={recordings}
        fixed={readOnly ? TEXT.wasSo : undefined}
        onChange={choose}
      />
      {isWritten && draft.recording === undefined && <NodeField draft={draft} change={change} />}
      {hasBridge && !readOnly && draft.recording === undefined && (
        <BridgeTools draft={draft} wrong={wrong} />
      )}
    </>
  )
}

interface FieldsProps extends Props {
  /** Why nothing can be written. */
  readonly fixed: string | undefined
}

function NetworkFields({ draft, change, wrong, fixed }: FieldsProps) {
  const TEXT = useWords().setup
  return (
    <>
      <Choice
        label={TEXT.network}
        value={draft.network}
        options={[...NETWORKS, { value: 'custom', label: TEXT.custom }]}
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
        fixed={fixed ?? whyRole(draft.peer, TEXT)}
        onChange={(role) =>
          change({ ...draft, role: role === 'responder' ? 'responder' : 'initiator' })
        }
      />
    </>
  )
}

/** Why our role can't be chosen. */
function whyRole(peer: string, words: Words['setup']): string | undefined {
  if (peer === SIMULATED) return undefined
  return peer === INBOUND ? words.roleInbound : words.roleFixed
}

function CoverFields({ draft, change, wrong, fixed }: FieldsProps) {
  const TEXT = useWords().setup
  return (
    <>
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
