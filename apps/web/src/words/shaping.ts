/** The Lab's decoys and shaping: of use while that panel is open. */

import type { ChosenStrategy, SettingName } from '../ui/lab/shaping/shaping-choice.js'
import { lazyWords } from './lazy-words.js'

export interface ShapingWords {
  readonly intro: string
  readonly strategies: {
    readonly legend: string
    readonly names: Readonly<Record<ChosenStrategy, string>>
    readonly does: Readonly<Record<ChosenStrategy, string>>
    readonly hides: Readonly<Record<ChosenStrategy, string>>
    readonly shows: Readonly<Record<ChosenStrategy, string>>
    readonly hidesLabel: string
    readonly showsLabel: string
    /** Before the name of the file, for who wants to read or add one. */
    readonly file: string
  }
  readonly settings: {
    readonly title: string
    readonly names: Readonly<Record<SettingName, string>>
    readonly tooFast: string
    readonly tooMuch: string
    readonly bothWays: string
    readonly oneWay: string
    readonly start: string
    readonly again: string
    readonly apply: string
    readonly applied: string
    readonly atStart: string
    readonly say: string
  }
  readonly mimic: {
    readonly from: string
    readonly present: string
    readonly none: string
    readonly reading: string
    readonly failed: string
    readonly tooFew: string
    readonly drawn: (samples: number, meanBytes: number, meanGapMs: number) => string
  }
  readonly picture: {
    readonly title: string
    readonly aside: (seconds: number) => string
    readonly said: string
    readonly seen: string
    readonly sent: string
    readonly received: string
    readonly ago: (seconds: number) => string
    readonly now: string
    readonly sizes: string
    readonly nothing: string
    readonly range: (count: number, least: number, most: number) => string
    readonly chunk: string
    /** Of a simulated session. */
    readonly cut: string
    readonly empty: string
    readonly emptyWhy: string
  }
  readonly cost: {
    readonly title: string
    readonly ours: string
    readonly peers: string
    readonly rows: {
      readonly share: string
      readonly decoys: string
      readonly real: string
      readonly delay: string
      readonly most: string
      readonly waiting: string
    }
    readonly percent: (of: string) => string
    readonly empty: string
  }
  readonly hidden: {
    readonly title: string
    readonly why: string
    readonly plain: string
    readonly shaped: string
    readonly chance: string
    readonly percent: (share: string) => string
    readonly margin: (share: string) => string
    readonly running: (percent: string) => string
    readonly failed: string
    readonly bad: string
    readonly overhead: (percent: string, delay: string) => string
    readonly unsent: (percent: string) => string
    readonly sample: (bursts: number, sessions: number, seed: string) => string
    readonly verdicts: Readonly<Record<'nothing' | 'some' | 'most' | 'all', string>>
  }
}

export const useShapingWords = lazyWords<ShapingWords>({
  en: async () => (await import('./en/shaping.js')).shaping,
  zh: async () => (await import('./zh/shaping.js')).shaping,
})
