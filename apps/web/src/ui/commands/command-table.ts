/** What can be done by name in the palette, and by a key. */

/** `mod` is ⌘ on Apple's keyboards, Ctrl elsewhere. */
interface CommandFacts {
  readonly group: CommandGroup
  /** As `KeyboardEvent.key` has it, with `mod+` before it where that is held. */
  readonly keys?: readonly string[]
}

export const GROUPS = ['step', 'packets', 'session', 'screens', 'page'] as const
export type CommandGroup = (typeof GROUPS)[number]

const table = <T extends Record<string, CommandFacts>>(commands: T): T => commands

export const COMMANDS = table({
  run: { group: 'step', keys: [' '] },
  step: { group: 'step', keys: ['ArrowRight'] },
  back: { group: 'step', keys: ['ArrowLeft'] },
  to_start: { group: 'step', keys: ['shift+ArrowLeft'] },
  to_end: { group: 'step', keys: ['shift+ArrowRight'] },
  hold: { group: 'step', keys: ['h'] },
  next_packet: { group: 'packets', keys: ['j'] },
  previous_packet: { group: 'packets', keys: ['k'] },
  filter: { group: 'packets', keys: ['/'] },
  find: { group: 'packets', keys: ['f'] },
  again: { group: 'session', keys: ['r'] },
  stop: { group: 'session' },
  ping: { group: 'session' },
  ask_headers: { group: 'session' },
  compose: { group: 'session', keys: ['c'] },
  open: { group: 'session', keys: ['o'] },
  save: { group: 'session', keys: ['s'] },
  copy_link: { group: 'session' },
  to_session: { group: 'screens', keys: ['1'] },
  to_keys: { group: 'screens', keys: ['2'] },
  to_eavesdropper: { group: 'screens', keys: ['3'] },
  to_lab: { group: 'screens', keys: ['4'] },
  to_compare: { group: 'screens', keys: ['5'] },
  show_wire: { group: 'screens' },
  show_packets: { group: 'screens' },
  show_details: { group: 'screens' },
  show_keys: { group: 'screens' },
  palette: { group: 'page', keys: ['mod+k'] },
  help: { group: 'page', keys: ['?'] },
  secrets: { group: 'page' },
  language_en: { group: 'page' },
  language_zh: { group: 'page' },
  theme_system: { group: 'page' },
  theme_light: { group: 'page' },
  theme_dark: { group: 'page' },
  reset_panes: { group: 'page' },
})

export type CommandId = keyof typeof COMMANDS

const isCommand = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id)

/** In the order of the table. */
export const COMMAND_IDS: readonly CommandId[] = Object.keys(COMMANDS).filter(isCommand)

export const keysOf = (id: CommandId): readonly string[] => {
  const { keys }: CommandFacts = COMMANDS[id]
  return keys ?? []
}
