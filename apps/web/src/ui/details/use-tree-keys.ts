/** The keys of a tree: up and down over what is shown, left and right in and out, Home and End. */

import type { KeyboardEvent } from 'react'

const ITEM = '[role="treeitem"]'

interface TreeKeys {
  readonly setOpen: (id: string, open: boolean) => void
  /** What the reader goes to is chosen. */
  readonly onGoTo: (item: HTMLElement) => void
  /** Enter and space. */
  readonly onPress: (item: HTMLElement) => void
}

/** @returns a handler for the keys that come from the items of a tree */
export function treeKeys({ setOpen, onGoTo, onPress }: TreeKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { key, target, currentTarget } = event
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'treeitem') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const id = target.dataset.id ?? ''
    const items = [...currentTarget.querySelectorAll<HTMLElement>(ITEM)]
    const expanded = target.getAttribute('aria-expanded')
    const go = (to: HTMLElement | undefined) => {
      to?.focus()
      if (to) onGoTo(to)
    }
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
      case 'Home':
      case 'End':
        go(neighbour(items, target, key))
        break
      case 'ArrowRight':
        if (expanded === 'false') setOpen(id, true)
        else if (expanded === 'true') go(neighbour(items, target, 'ArrowDown'))
        break
      case 'ArrowLeft':
        if (expanded === 'true') setOpen(id, false)
        else go(items.slice(0, items.indexOf(target)).findLast((one) => level(one) < level(target)))
        break
      case 'Enter':
      case ' ':
        onPress(target)
        break
      default:
        return
    }
    event.preventDefault()
  }
}

const level = (item: HTMLElement): number => Number(item.getAttribute('aria-level'))

function neighbour(
  items: readonly HTMLElement[],
  item: HTMLElement,
  key: 'ArrowDown' | 'ArrowUp' | 'Home' | 'End',
): HTMLElement | undefined {
  const at = items.indexOf(item)
  switch (key) {
    case 'ArrowDown':
      return items[at + 1]
    case 'ArrowUp':
      return items[at - 1]
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
  }
}
