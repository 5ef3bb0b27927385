/** The Lab: its frame, and its faults. */

import type { LabTab } from '../ui/lab/lab-route.js'
import { lazyWords } from './lazy-words.js'

export interface LabWords {
  readonly title: string
  readonly lede: string
  readonly tabList: string
  readonly tabs: Readonly<Record<LabTab, string>>
  /** With whom it is tried. */
  readonly peer: string
}

export const useLabWords = lazyWords<LabWords>({
  en: async () => (await import('./en/lab.js')).lab,
  zh: async () => (await import('./zh/lab.js')).lab,
})
