/** From a key to a command. */

import { COMMAND_IDS, type CommandId, keysOf } from './command-table.js'

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'
>

const BY_KEY: ReadonlyMap<string, CommandId> = new Map(
  COMMAND_IDS.flatMap((id) => keysOf(id).map((key) => [key, id] as const)),
)

const TYPES_INTO =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog'
/** Widgets that the arrows, Home and End move about in. */
const HAS_ARROWS =
  '[role="grid"], [role="tree"], [role="listbox"], [role="tablist"], [role="menu"], [role="slider"], [role="separator"], [role="radiogroup"], [role="application"], input, [data-scrolls]'
const HAS_SPACE =
  'button, a, summary, input, [role="button"], [role="switch"], [role="tab"], [role="menu"], [role="option"], [role="treeitem"]'

/** The command that a key asks for; undefined where what has the focus wants the key for itself. */
export function commandOf(press: KeyPress): CommandId | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = press
  if (altKey) return undefined
  const mod = ctrlKey || metaKey
  // the shift of "?" is part of the character
  const shift = shiftKey && key.length > 1
  const plain = key.length === 1 && !mod && !shiftKey ? key.toLowerCase() : key
  const id = BY_KEY.get(
    `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${mod ? key.toLowerCase() : plain}`,
  )
  if (id === undefined) return undefined
  // the palette opens from everywhere but a dialogue
  const wanted = mod ? 'dialog' : ownKeys(key)
  return target instanceof Element && target.closest(wanted) ? undefined : id
}

function ownKeys(key: string): string {
  if (key === ' ') return `${TYPES_INTO}, ${HAS_SPACE}`
  return key.startsWith('Arrow') ? `${TYPES_INTO}, ${HAS_ARROWS}` : TYPES_INTO
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
}

/** A key as it is printed on the keyboard: `⌘K`, `Ctrl K`, `?`. */
export function keyName(key: string, isApple: boolean, space: string): string {
  return key
    .split('+')
    .map((part) => {
      if (part === 'mod') return isApple ? '⌘' : 'Ctrl'
      if (part === 'shift') return isApple ? '⇧' : 'Shift'
      if (part === ' ') return space
      return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)
    })
    .join(isApple ? '' : ' ')
}

export const isAppleKeyboard = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
