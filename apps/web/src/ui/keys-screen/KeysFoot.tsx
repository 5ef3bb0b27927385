import { type KeyNode, parseEpochKey, placeOfNode } from '@v2scope/key-schedule'
import { useWords } from '../../words/words.js'
import { RULE_SECTIONS } from '../explanations.js'
import { titleOf } from '../keys/node-words.js'
import { Button } from '../parts/Button.js'
import { useActions, useView } from '../session-hooks.js'
import { showPane, useUi } from '../ui-store.js'
import styles from './KeysFoot.module.css'

/** Of a change of keys, which has no node in the schedule. */
function rekeying(id: string) {
  const key = parseEpochKey(id)
  if (key === undefined) return undefined
  const row = key.cipher === 'FSChaCha20' ? 'C2' : 'C1'
  return { row, section: RULE_SECTIONS[row] }
}

/** What is selected, by which rule and where it is written; and what follows from having a key. */
export function KeysFoot({ nodes }: { readonly nodes: readonly KeyNode[] }) {
  const { keys } = useWords()
  const TEXT = keys.screen
  const { goTo } = useActions()
  const role = useView(({ settings }) => settings.role)
  const id = useUi(({ keyNode }) => keyNode)
  const node = nodes.find((one) => one.id === id)
  const said = node ?? (id === undefined ? undefined : rekeying(id))
  const title = id === undefined ? undefined : titleOf(id, keys)
  const toWire = () => {
    showPane('details')
    goTo('session')
  }
  return (
    <footer className={styles.foot}>
      {id === undefined || title === undefined || said === undefined ? (
        <p>{TEXT.nothing}</p>
      ) : (
        <p>
          {TEXT.selected}{' '}
          <strong translate={title.verbatim ? 'no' : undefined}>{title.text}</strong>{' '}
          <span translate="no">
            · {said.row} · BIP324 §{said.section}
          </span>
          {placeOfNode(id, role) && <Button onClick={toWire}>{TEXT.onTheWire}</Button>}
        </p>
      )}
      <p>{TEXT.forward}</p>
    </footer>
  )
}
