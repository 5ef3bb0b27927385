/** Colours for a canvas: the custom properties of tokens.css, as the theme that is shown has them. */

import { useSyncExternalStore } from 'react'
import { useTheme } from '../header/theme.js'

const DARK = '(prefers-color-scheme: dark)'

function subscribe(changed: () => void): () => void {
  const list = matchMedia(DARK)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Another text with each theme: whoever draws on a canvas draws anew when it changes. */
export function useThemeShown(): string {
  const theme = useTheme((state) => state.theme)
  const isDark = useSyncExternalStore(
    subscribe,
    () => matchMedia(DARK).matches,
    () => false,
  )
  return `${theme} ${isDark}`
}

export type Colours = (name: `--${string}`) => string

/** A custom property is text, `light-dark(…)` unresolved: only what an element has of it is a colour. */
export function coloursOf(element: HTMLElement): Colours {
  const found = new Map<string, string>()
  return (name) => {
    const known = found.get(name)
    if (known !== undefined) return known
    const before = element.style.color
    element.style.color = `var(${name})`
    const colour = getComputedStyle(element).color
    element.style.color = before
    found.set(name, colour)
    return colour
  }
}
