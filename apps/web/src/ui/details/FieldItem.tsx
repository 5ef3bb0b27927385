import { ChevronDown, ChevronRight } from 'lucide-react'
import { type MouseEvent, useId } from 'react'
import { type FieldWords, useMessageFields } from '../../words/message-fields.js'
import { useWords } from '../../words/words.js'
import { asTerm, TERM_OF_COLOUR } from '../glossary/terms.js'
import { join } from '../parts/join.js'
import { hoverField, selectField, useUi } from '../ui-store.js'
import { Explained } from './Explained.js'
import type { TreeState } from './FieldTree.js'
import styles from './FieldTree.module.css'
import { FieldValue } from './FieldValue.js'
import { type FieldNode, indexOf } from './field-node.js'
import colours from './fields.module.css'
import { GapItem } from './GapItem.js'
import { entriesOf } from './gaps.js'
import { Rule } from './Rule.js'

/** Of a field of a message. */
function useFieldWords({ fieldKey }: FieldNode): FieldWords | undefined {
  const words = useMessageFields()
  return fieldKey && words?.[fieldKey]
}

interface Props extends TreeState {
  readonly node: FieldNode
  readonly level: number
  /** How many there are beside it, itself counted. */
  readonly of: number
}

const HAS_OWN_USE = 'button, a, abbr'

/** One field, and below it its parts. */
export function FieldItem({ node, level, of, ...tree }: Props) {
  const TEXT = useWords().details.tree
  const { id, name, value, children } = node
  const chosen = useUi((state) => state.field === id)
  const hovered = useUi((state) => state.hovered === id)
  const said = useFieldWords(node)
  const explained = useId()
  const isBranch = children.length > 0
  const open = isBranch && tree.isOpen(node)
  const choose = ({ target }: MouseEvent) => {
    const isOwn = target instanceof Element && target.closest(HAS_OWN_USE)
    const isSelecting = getSelection()?.type === 'Range'
    if (!isOwn && !isSelecting) selectField(node)
  }
  return (
    <>
      <div
        className={join(styles.line, chosen && styles.chosen, hovered && styles.hovered)}
        onPointerEnter={() => hoverField(id)}
        onPointerLeave={() => hoverField(undefined)}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys */}
        <div
          role="treeitem"
          className={styles.field}
          data-id={id}
          aria-level={level}
          aria-setsize={of}
          aria-posinset={indexOf(node) + 1}
          aria-selected={chosen}
          aria-expanded={isBranch ? open : undefined}
          aria-describedby={chosen ? explained : undefined}
          tabIndex={tree.active === id ? 0 : -1}
          onClick={choose}
        >
          <span className={styles.name}>
            {isBranch && (
              <button
                type="button"
                tabIndex={-1}
                className={styles.toggle}
                aria-label={TEXT.open(name)}
                onClick={() => tree.setOpen(id, !open)}
              >
                {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
              </button>
            )}
            <span
              translate="no"
              className={join(level === 1 ? styles.badge : styles.part, colours[node.colour])}
              {...(level === 1 && node.colour !== 'none' && asTerm(TERM_OF_COLOUR[node.colour]))}
            >
              {name}
            </span>
          </span>
          <span className={styles.said}>
            <FieldValue name={name} value={value} whole={node.whole} />
            <small className={styles.note}>
              {node.row !== undefined && <Rule row={node.row} />}
              {said?.what ?? node.note}
            </small>
          </span>
        </div>
        {chosen && (
          <div id={explained} className={styles.below}>
            <Explained node={node} words={said} />
          </div>
        )}
      </div>
      {open && <Parts of={node} level={level + 1} {...tree} />}
    </>
  )
}

/** A message may have thousands of parts: they are asked for a portion at a time. */
function Parts({
  of,
  level,
  ...tree
}: TreeState & { readonly of: FieldNode; readonly level: number }) {
  const total = of.partCount ?? of.children.length
  return (
    <div className={styles.branch}>
      {entriesOf(of.children, total).map((entry) =>
        entry.kind === 'node' ? (
          <FieldItem key={entry.node.id} node={entry.node} level={level} of={total} {...tree} />
        ) : (
          <GapItem
            key={`${entry.side}.${entry.to}`}
            gap={entry}
            level={level}
            onAsk={() => tree.ask(of, entry)}
          />
        ),
      )}
    </div>
  )
}
