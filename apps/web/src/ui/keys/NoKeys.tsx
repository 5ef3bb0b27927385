import type { KeyNode } from '@v2scope/key-schedule'
import { useWords } from '../../words/words.js'
import { Empty } from '../parts/Pane.js'
import { useView } from '../session-hooks.js'

/** Why there is nothing to show, or not yet. */
export function NoKeys() {
  const TEXT = useWords().keys.empty
  const v1 = useView(({ status }) => status.transport === 'v1')
  if (v1) return <Empty title={TEXT.v1}>{TEXT.v1Why}</Empty>
  return <Empty title={TEXT.none}>{TEXT.noneWhy}</Empty>
}

/** Of a recording of the wire alone there are the two keys, and no more. */
export function WireOnly({ nodes }: { readonly nodes: readonly KeyNode[] }) {
  const TEXT = useWords().keys.empty
  const wireOnly = useView(({ recording }) => recording?.level === 'wire')
  if (!wireOnly || nodes.some(({ kind }) => kind === 'ecdh_x')) return null
  return <Empty title={TEXT.wireOnly}>{TEXT.wireOnlyWhy}</Empty>
}
