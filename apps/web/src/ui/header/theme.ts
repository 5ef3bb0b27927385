/** Light, dark, or as the system has it: chosen here, and kept. */

import { create } from 'zustand'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'v2scope.theme'

const isTheme = (value: string | null): value is Theme => THEMES.some((theme) => theme === value)

/** Where storage is forbidden, the choice lasts as long as the page. */
function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY)
    return isTheme(value) ? value : 'system'
  } catch {
    return 'system'
  }
}

function apply(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
}

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: 'system' }))

export function setTheme(theme: Theme): void {
  apply(theme)
  useTheme.setState({ theme })
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // it lasts as long as the page
  }
}

/** To be called before the first paint. */
export function restoreTheme(): void {
  const theme = stored()
  apply(theme)
  useTheme.setState({ theme })
}
