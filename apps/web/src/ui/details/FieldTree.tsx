import { memo, useCallback, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { useActions } from '../session-hooks.js'
import { hoverField, selectField, useUi } from '../ui-store.js'
import { FieldItem } from './FieldItem.js'
import styles from './FieldTree.module.css'
import { type FieldNode, findNode, pathOf } from './field-node.js'
import { askFrom, entriesOf, type Gap } from './gaps.js'
import { useReveal } from './use-reveal.js'
import { treeKeys } from './use-tree-keys.js'

/** Short lists stand open; long ones are opened by who wants them. */
const OPEN_UP_TO = 20

/** What the items of a tree have in common. */
export interface TreeState {
  readonly isOpen: (node: FieldNode) => boolean
  readonly setOpen: (id: string, open: boolean) => void
  /** The one that the Tab key goes to. */
  readonly active: string | undefined
  readonly ask: (of: FieldNode, gap: Gap) => void
}

/** The fields of an item and their parts; the one that is chosen is the one of the bytes. */
export const FieldTree = memo(function FieldTree({
  nodes,
}: {
  readonly nodes: readonly FieldNode[]
}) {
  const TEXT = useWords().details
  const tree = useRef<HTMLDivElement>(null)
  const { askParts } = useActions()
  const chosen = useUi((state) => state.field)
  const [open, setAll] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focused, setFocused] = useState<string | undefined>(undefined)
  const set = useCallback(
    (ids: readonly string[], to: boolean) =>
      setAll((old) => new Map([...old, ...ids.map((id) => [id, to] as const)])),
    [],
  )
  const isOpen = (node: FieldNode) =>
    open.get(node.id) ?? (!node.id.includes('.') && node.children.length <= OPEN_UP_TO)
  useReveal(tree, nodes, (ids) => set(ids, true))

  const isShown = (id: string) =>
    outer(nodes, id).every((node, i, all) => i === all.length - 1 || isOpen(node))
  const active = [focused, chosen].find((id) => id !== undefined && isShown(id)) ?? nodes[0]?.id
  const choose = (item: HTMLElement) => {
    const node = findNode(nodes, item.dataset.id ?? '')
    if (node) selectField(node)
  }
  const state: TreeState = {
    isOpen,
    setOpen: (id, to) => set([id], to),
    active,
    ask: (of, gap) => askParts(pathOf(of), askFrom(gap)),
  }
  const onKeyDown = treeKeys({
    setOpen: state.setOpen,
    onGoTo: choose,
    onPress: (item) => (item.dataset.id === undefined ? item.click() : choose(item)),
  })
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={TEXT.fields}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        setFocused(target.dataset.id)
        hoverField(target.dataset.id)
      }}
      onBlur={() => hoverField(undefined)}
    >
      {entriesOf(nodes, nodes.length).map(
        (entry) =>
          entry.kind === 'node' && (
            <FieldItem
              key={entry.node.id}
              node={entry.node}
              level={1}
              of={nodes.length}
              {...state}
            />
          ),
      )}
    </div>
  )
})

/** The fields that lead to one, and it; none where it is not there. */
function outer(nodes: readonly FieldNode[], id: string): readonly FieldNode[] {
  const path = id.split('.')
  const found = path.map((_, i) => findNode(nodes, path.slice(0, i + 1).join('.')))
  return found.flatMap((node) => node ?? [])
}
