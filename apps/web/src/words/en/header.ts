/** Words of the page in English: the header, and the name of the document. */

import type { Theme } from '../../ui/header/theme.js'

const themes: Record<Theme, string> = {
  system: 'theme as the system has it',
  light: 'light theme',
  dark: 'dark theme',
}

export const header = {
  document: 'v2scope: Bitcoin’s encrypted transport, byte by byte',
  language: 'language',
  theme: 'theme',
  themes,
}
