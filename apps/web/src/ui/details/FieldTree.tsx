import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { PARTS_AT_ONCE } from '../../session/contract.js'
import { useMessageFields } from '../../words/message-fields.js'
import { FIELDS, isExplained, RULES } from '../explanations.js'
import { Button } from '../parts/Button.js'
import { count } from '../parts/format.js'
import { join } from '../parts/join.js'
import { useActions } from '../session-hooks.js'
import { hoverField, selectField, useUi } from '../ui-store.js'
import styles from './FieldTree.module.css'
import { FieldValue } from './FieldValue.js'
import { type Fact, type FieldNode, pathOf } from './field-node.js'
import colours from './fields.module.css'
import { Rule } from './Rule.js'

const TEXT = {
  keys: 'show in the keys',
  rule: (text: string, section: string) => `${text} BIP324 §${section}.`,
  open: (name: string) => `parts of ${name}`,
  more: (n: number, of: number) => `show ${count(n)} more of ${count(of)}`,
}

interface TreeProps {
  readonly nodes: readonly FieldNode[]
  readonly depth: number
  /** Whose parts these are. */
  readonly of?: FieldNode
}

/** A message may have thousands of parts: they are shown, and asked for, a portion at a time. */
export const FieldTree = memo(function FieldTree({ nodes, depth, of }: TreeProps) {
  const { askParts } = useActions()
  const [shown, setShown] = useState(PARTS_AT_ONCE)
  const total = of?.partCount ?? nodes.length
  const isAsking = shown > nodes.length && nodes.length < total
  const left = total - Math.min(shown, nodes.length)
  const more = () => {
    setShown(shown + PARTS_AT_ONCE)
    if (of && shown >= nodes.length) askParts(pathOf(of), nodes.length)
  }
  return (
    <ul className={depth === 0 ? styles.tree : styles.branch}>
      {nodes.slice(0, shown).map((node) => (
        <Field key={node.id} node={node} depth={depth} />
      ))}
      {left > 0 && (
        <li className={styles.more}>
          <Button look="ghost" disabled={isAsking} onClick={more} data-testid="more-parts">
            {TEXT.more(Math.min(left, PARTS_AT_ONCE), total)}
          </Button>
        </li>
      )}
    </ul>
  )
})

/** Short lists stand open; long ones are opened by who wants them. */
const OPEN_UP_TO = 20

function Field({ node, depth }: { readonly node: FieldNode; readonly depth: number }) {
  const chosen = useUi((state) => state.field === node.id)
  const hovered = useUi((state) => state.hovered === node.id)
  const words = useMessageFields()
  const said = node.fieldKey && words?.[node.fieldKey]
  const [open, setOpen] = useState(depth === 0 && node.children.length <= OPEN_UP_TO)
  const isBranch = node.children.length > 0
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <li>
      <div
        className={join(styles.field, chosen && styles.chosen, hovered && styles.hovered)}
        onPointerEnter={() => hoverField(node.id)}
        onPointerLeave={() => hoverField(undefined)}
      >
        <span className={styles.name}>
          {isBranch && (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={open}
              aria-label={TEXT.open(node.name)}
              onClick={() => setOpen(!open)}
            >
              <Chevron size={14} aria-hidden />
            </button>
          )}
          <button
            type="button"
            aria-pressed={chosen}
            className={join(depth === 0 ? styles.badge : styles.part, colours[node.colour])}
            onClick={() => selectField(node)}
            onFocus={() => hoverField(node.id)}
            onBlur={() => hoverField(undefined)}
          >
            {node.name}
          </button>
        </span>
        <span className={styles.said}>
          <FieldValue name={node.name} value={node.value} whole={node.whole} />
          <small className={styles.note}>
            {node.row !== undefined && <Rule row={node.row} />}
            {said?.what ?? node.note}
          </small>
        </span>
        {chosen && said && <small className={styles.rule}>{said.why}</small>}
        {chosen && isExplained(node.name) && depth === 0 && <Why node={node} />}
      </div>
      {isBranch && open && <FieldTree nodes={node.children} depth={depth + 1} of={node} />}
    </li>
  )
}

/** Of the chosen field: why it is there, and the rule in a sentence. */
function Why({ node: { name, row } }: { readonly node: FieldNode }) {
  const rule = row === undefined ? undefined : RULES[row]
  return (
    <small className={styles.rule}>
      {isExplained(name) && FIELDS[name].why} {rule && TEXT.rule(rule.text, rule.section)}
    </small>
  )
}

interface FactsProps {
  readonly facts: readonly Fact[]
  readonly onKeys: () => void
}

/** What has no bytes in the item, in the same columns. */
export function Facts({ facts, onKeys }: FactsProps) {
  if (facts.length === 0) return null
  return (
    <ul className={styles.tree}>
      {facts.map((fact) => (
        <li key={fact.name} className={styles.field}>
          <span className={join(styles.name, styles.fact)}>{fact.name}</span>
          <span className={styles.said}>
            <FieldValue name={fact.name} value={fact.value} />
            <small className={styles.note}>
              <Rule row={fact.row} />
              {fact.note}
              {fact.toKeys && (
                <button type="button" className={styles.link} onClick={onKeys}>
                  {TEXT.keys}
                </button>
              )}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
