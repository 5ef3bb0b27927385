/** Words of the page in English: the command palette, the shortcuts and the help. */

import type { CommandGroup, CommandId } from '../../ui/commands/command-table.js'
import type { TermGroup } from '../glossary.js'

const groups: Record<CommandGroup, string> = {
  step: 'Step through',
  packets: 'Packets',
  session: 'Session',
  screens: 'Go to',
  page: 'Page',
}

const commands: Record<CommandId, string> = {
  run: 'Run, or pause',
  step: 'Step forward',
  back: 'Step back',
  to_start: 'To the beginning',
  to_end: 'To the end, and follow what happens',
  hold: 'Hold: let nothing of ours out until you say so',
  next_packet: 'Next packet',
  previous_packet: 'Previous packet',
  filter: 'Filter the packets',
  find: 'Find bytes, hex or text',
  again: 'Again: a fresh session',
  stop: 'Stop the session',
  ping: 'Send a ping',
  ask_headers: 'Ask for headers',
  compose: 'Compose a message',
  open: 'Open a recording from a file',
  save: 'Save this session to a file',
  copy_link: 'Copy the link to what is shown',
  to_session: 'Session',
  to_keys: 'Key schedule',
  to_compare: 'Compare two sessions',
  show_wire: 'Pane: on the wire',
  show_packets: 'Pane: packets',
  show_details: 'Pane: details',
  show_keys: 'Pane: keys',
  palette: 'All commands',
  help: 'Help: shortcuts and glossary',
  secrets: 'Show or hide secrets',
  language_en: 'Language: English',
  language_zh: 'Language: 简体中文',
  theme_system: 'Theme as the system has it',
  theme_light: 'Light theme',
  theme_dark: 'Dark theme',
  reset_panes: 'Panes as wide as they were at first',
}

const termGroups: Record<TermGroup, string> = {
  connection: 'Connection',
  handshake: 'Handshake',
  keys: 'Keys',
  ciphers: 'Ciphers',
  packets: 'Packets',
  session: 'Session',
  bitcoin: 'Bitcoin',
}

export const palette = {
  label: 'commands',
  button: 'All commands, and their keys',
  buttonWith: (key: string) => `All commands, and their keys: ${key}`,
  placeholder: 'What shall be done?',
  none: 'There is no such command.',
  groups,
  commands,
  connect: (name: string) => `Connect to ${name}`,
  connectGroup: 'Connect',
  simulated: 'the simulated peer',
  demo: 'the demo node',
  listen: 'Wait for a node to dial you',
  openRecording: (name: string) => `Open the recording “${name}”`,
  space: 'Space',
  help: 'Help',
  close: 'close',
  shortcuts: 'Keys',
  shortcutsWhy: 'Wherever nothing is being written.',
  glossary: 'Glossary',
  glossaryWhy: 'Each is also said where it stands: on hover, on focus, on a long press.',
  termGroups,
  separator: (left: string, right: string) => `between ${left} and ${right}`,
}
