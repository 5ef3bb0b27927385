import { INBOUND, SIMULATED } from '@v2scope/recording'
import { DEMO } from '../../../session/targets.js'
import type { LabWords } from '../../../words/lab.js'
import { useWords } from '../../../words/words.js'
import { useApp, useMayListen } from '../../session-hooks.js'
import { withNode } from '../../setup/draft.js'
import { Choice } from '../../setup/Field.js'
import { NodeField } from '../../setup/NodeField.js'
import styles from './LabPeer.module.css'
import { useLabPeer } from './lab-peer.js'

/** In the list of peers: no name of a target has a colon. */
const MY_NODE = ':my-node'

/** With whom it is tried: the next run is with this peer. */
export function LabPeer({ TEXT }: { readonly TEXT: LabWords }) {
  const SETUP = useWords().setup
  const { draft, change, choose } = useLabPeer()
  const targets = useApp((state) => state.targets)
  const mayWrite = useApp(({ limits }) => limits !== undefined && limits.freeAddresses !== null)
  const mayListen = useMayListen()
  const names = new Set([
    DEMO,
    ...targets.map(({ name }) => name),
    ...(draft.byAddress ? [] : [draft.peer]),
  ])
  names.delete(SIMULATED)
  const isListening = names.delete(INBOUND)
  const options = [
    { value: SIMULATED, label: SETUP.simulated },
    ...[...names].map((name) => ({
      value: name,
      label: name === DEMO ? SETUP.demo : name,
      isName: name !== DEMO,
    })),
    ...(mayListen || isListening ? [{ value: INBOUND, label: SETUP.inbound }] : []),
    ...(mayWrite || draft.byAddress ? [{ value: MY_NODE, label: SETUP.node.choice }] : []),
  ]
  return (
    <div className={styles.peer} data-testid="lab-peer">
      <Choice
        label={TEXT.peer}
        value={draft.byAddress ? MY_NODE : draft.peer}
        options={options}
        onChange={(peer) => (peer === MY_NODE ? change(withNode(draft, '')) : choose(peer))}
      />
      {draft.byAddress && <NodeField draft={draft} change={change} />}
    </div>
  )
}
