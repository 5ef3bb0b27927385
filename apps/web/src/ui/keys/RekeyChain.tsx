import type { Rekeyed } from '@v2scope/bip324'
import { parseEpochKey, rekeyNodes } from '@v2scope/key-schedule'
import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import { useChooseNode } from './choose-node.js'
import { NodeCard } from './NodeCard.js'
import styles from './RekeyChain.module.css'
import { useRekeys, type WantedRekey } from './use-rekeys.js'
import { Value } from './Value.js'

/** Of the key that is chosen: the one before it, the keystream that it was cut from, and it. */
export function RekeyChain() {
  const id = useUi(({ keyNode }) => keyNode)
  const wanted = useMemo(() => (id === undefined ? undefined : parseEpochKey(id)), [id])
  return wanted ? <Change wanted={wanted} /> : null
}

function Change({ wanted }: { readonly wanted: WantedRekey }) {
  const TEXT = useWords().keys.ciphers
  const [rekey] = useRekeys([wanted])
  if (rekey === undefined || rekey.state !== 'there') {
    return <p className={styles.absent}>{rekey?.state === 'asking' ? TEXT.asking : TEXT.gone}</p>
  }
  return <Chain event={rekey.event} />
}

function Chain({ event }: { readonly event: Rekeyed }) {
  const TEXT = useWords().keys.ciphers
  const choose = useChooseNode()
  const nodes = useMemo(() => rekeyNodes(event), [event])
  const [keystream, key] = nodes
  const before = key.inputs[0]?.from
  const { of, cipher, epoch } = event
  const last = useView(({ status }) => status.stats?.[of].rekeys ?? 0)
  const after = epoch < last ? `${of}.${cipher}.${epoch + 1}` : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div className={styles.chain} role="group" aria-label={TEXT.chain}>
      <div className={styles.old}>
        <h4>{TEXT.oldKey}</h4>
        <Value bytes={event.oldKey} secret />
        <span className={styles.turn}>
          <Button disabled={before === undefined} onClick={() => choose(before)}>
            {TEXT.before}
          </Button>
          <Button disabled={after === undefined} onClick={() => choose(after)}>
            {TEXT.after}
          </Button>
        </span>
      </div>
      <ArrowRight size={16} aria-hidden />
      <NodeCard node={keystream} />
      <ArrowRight size={16} aria-hidden />
      <NodeCard node={key} look={of === 'sent' ? 'you' : 'peer'} />
    </div>
  )
}
