import { type KeyNode, type NodeInput, tellsSecret } from '@v2scope/key-schedule'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { CopyButton } from '../parts/CopyButton.js'
import { Scroller } from '../parts/Scroller.js'
import { useChooseNode } from './choose-node.js'
import { givenWhy, titleOf } from './node-words.js'
import { showSecrets, useSecrets } from './secrets.js'
import { Value } from './Value.js'
import styles from './Workings.module.css'

interface Props {
  readonly node: KeyNode
  /** It isn't shown yet, and so can't be recomputed. */
  readonly withheld?: string | undefined
}

/** Of the chosen node: what went into its formula, and a command that comes to the same. */
export function Workings({ node, withheld }: Props) {
  const TEXT = useWords().keys
  return (
    <div className={styles.workings} data-testid="workings">
      {node.given && <p>{givenWhy(node, TEXT)}</p>}
      {node.inputs.length > 0 && (
        <dl aria-label={TEXT.inputs}>
          {node.inputs.map((input) => (
            <Input key={input.name} input={input} />
          ))}
        </dl>
      )}
      {withheld === undefined && <Command node={node} />}
      <p translate="no">
        {node.row} · BIP324 §{node.section}
      </p>
    </div>
  )
}

function Input({ input: { name, bytes, from, secret } }: { readonly input: NodeInput }) {
  const TEXT = useWords().keys
  const choose = useChooseNode()
  return (
    <div>
      <dt translate="no">
        {from === undefined ? (
          name
        ) : (
          <button
            type="button"
            className={styles.link}
            title={TEXT.goTo(titleOf(from, TEXT).text)}
            onClick={() => choose(from)}
          >
            {name}
          </button>
        )}
      </dt>
      <dd>
        <Value bytes={bytes} secret={secret} />
      </dd>
    </div>
  )
}

/** It is made when it is shown: it holds all that it needs, secrets among it. */
function Command({ node }: { readonly node: KeyNode }) {
  const TEXT = useWords().keys
  const shown = useSecrets((state) => state.shown)
  if (tellsSecret(node) && !shown) {
    return (
      <p className={styles.hidden} data-testid="command-hidden">
        {TEXT.hiddenCommand}
        <Button onClick={() => showSecrets(true)}>{TEXT.secrets.show}</Button>
      </p>
    )
  }
  const command = node.command()
  if (command === undefined) {
    const isLeftOut = node.inputs.some(({ secret, bytes }) => secret && bytes.length === 0)
    const why = isLeftOut ? TEXT.noCommand.leftOut : TEXT.noCommand.tooLong
    return <p>{why}</p>
  }
  return (
    <div className={styles.command}>
      <CopyButton text={command} what={TEXT.copyCommand} label={TEXT.copyCommand} />
      <small>{TEXT.needs}</small>
      <Scroller label={TEXT.ofCommand(titleOf(node.id, TEXT).text)} className={styles.line}>
        <code translate="no" data-testid="command">
          {command}
        </code>
      </Scroller>
    </div>
  )
}
