/** The strategy that the reader has chosen, and its settings as they are written. */

import {
  LEAST_TICK_MS,
  limitsOf,
  type MimicSample,
  MOST_BYTES,
  MOST_HANDSHAKE_DECOYS,
  MOST_TICK_MS,
  type Shaping,
  type ShapingPlan,
} from '@v2scope/lab'
import { create } from 'zustand'

export type Strategy = Shaping['strategy']
export const STRATEGIES = [
  'none',
  'fixed rate',
  'poisson',
  'constant bit rate',
  'mimic',
  'burst cover',
  'handshake decoys',
] as const
export type ChosenStrategy = (typeof STRATEGIES)[number]

export type SettingName = 'every' | 'mean' | 'decoy' | 'tick' | 'tickBytes' | 'most' | 'count'

export interface Setting {
  readonly name: SettingName
  readonly unit: 'ms' | 'B' | ''
  readonly least: number
  readonly most: number
}

/** The least packet there is, in bytes. */
const LEAST_PACKET = 20
const TIME = { unit: 'ms', least: LEAST_TICK_MS, most: MOST_TICK_MS } as const
const PACKET = { unit: 'B', least: LEAST_PACKET, most: MOST_BYTES } as const

/** Of each strategy; `mimic` is drawn from a recording, and has none. */
export const SETTINGS: Readonly<Record<ChosenStrategy, readonly Setting[]>> = {
  none: [],
  'fixed rate': [
    { name: 'every', ...TIME },
    { name: 'decoy', ...PACKET },
  ],
  poisson: [
    { name: 'mean', ...TIME },
    { name: 'decoy', ...PACKET },
  ],
  'constant bit rate': [
    { name: 'tick', ...TIME },
    { name: 'tickBytes', unit: 'B', least: 1, most: MOST_BYTES },
  ],
  mimic: [],
  'burst cover': [{ name: 'most', ...PACKET }],
  'handshake decoys': [
    { name: 'count', unit: '', least: 0, most: MOST_HANDSHAKE_DECOYS },
    { name: 'most', ...PACKET },
  ],
}

/** Sizes and gaps that have been drawn from a recording. */
export interface MimicModel {
  /** What it is called, the same in every language. */
  readonly name: string
  readonly samples: readonly MimicSample[]
}

type Written = Readonly<Partial<Record<SettingName, string>>>

export interface ShapingChoice {
  readonly strategy: ChosenStrategy
  readonly written: Readonly<Record<ChosenStrategy, Written>>
  readonly isBothWays: boolean
  readonly model: MimicModel | undefined
}

export const FIRST_CHOICE: ShapingChoice = {
  strategy: 'constant bit rate',
  written: {
    none: {},
    'fixed rate': { every: '250', decoy: '300' },
    poisson: { mean: '250', decoy: '300' },
    'constant bit rate': { tick: '100', tickBytes: '2000' },
    mimic: {},
    'burst cover': { most: '2000' },
    'handshake decoys': { count: '10', most: '500' },
  },
  isBothWays: true,
  model: undefined,
}

export const useShapingChoice = create<ShapingChoice>(() => FIRST_CHOICE)

export const chooseStrategy = (strategy: ChosenStrategy): void =>
  useShapingChoice.setState({ strategy })
export const chooseBothWays = (isBothWays: boolean): void =>
  useShapingChoice.setState({ isBothWays })
export const takeModel = (model: MimicModel | undefined): void =>
  useShapingChoice.setState({ model })
export const writeSetting = (name: SettingName, text: string): void =>
  useShapingChoice.setState(({ strategy, written }) => ({
    written: { ...written, [strategy]: { ...written[strategy], [name]: text } },
  }))

/** What is wrong with what is written. */
export type ShapingProblem =
  | { readonly kind: 'setting'; readonly name: SettingName }
  /** More bytes a second than a page can make. */
  | { readonly kind: 'too fast' }
  /** More bytes of handshake decoys than a page makes at once. */
  | { readonly kind: 'too much' }
  | { readonly kind: 'no model' }

/** @returns what is chosen, as a plan, undefined for none; or what is wrong with it */
export function planOf(
  choice: ShapingChoice,
  isSimulated: boolean,
): { readonly plan: ShapingPlan | undefined } | { readonly problem: ShapingProblem } {
  const { strategy, written, isBothWays } = choice
  const wrong = SETTINGS[strategy].find((setting) => !isIn(setting, written[strategy]))
  if (wrong) return { problem: { kind: 'setting', name: wrong.name } }
  if (strategy === 'none') return { plan: undefined }
  if (strategy === 'mimic' && !choice.model) return { problem: { kind: 'no model' } }
  const shaping = shapingOf(strategy, choice)
  const isWithin = limitsOf(shaping).every(
    ([, value, least, most]) => value >= least && value <= most,
  )
  if (!isWithin) {
    return { problem: { kind: strategy === 'handshake decoys' ? 'too much' : 'too fast' } }
  }
  return { plan: { shaping, ...(isSimulated && isBothWays && { isBothWays }) } }
}

export function isIn({ name, least, most }: Setting, written: Written): boolean {
  const text = written[name]?.trim() ?? ''
  return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
}

function shapingOf(strategy: Strategy, { written, model }: ShapingChoice): Shaping {
  const n = (name: SettingName) => Number(written[strategy][name])
  switch (strategy) {
    case 'fixed rate':
      return { strategy, everyMs: n('every'), bytes: n('decoy') }
    case 'poisson':
      return { strategy, meanMs: n('mean'), bytes: n('decoy') }
    case 'constant bit rate':
      return { strategy, tickMs: n('tick'), bytes: n('tickBytes') }
    case 'mimic':
      return { strategy, model: model?.samples ?? [], name: model?.name ?? '' }
    case 'burst cover':
      return { strategy, most: n('most') }
    case 'handshake decoys':
      return { strategy, count: n('count'), most: n('most') }
  }
}

/** Whether two plans do the same. */
export const isSamePlan = (a: ShapingPlan | undefined, b: ShapingPlan | undefined): boolean =>
  JSON.stringify(a && inOrder(a)) === JSON.stringify(b && inOrder(b))

/** A plan that has been to the worker and back has its parts in whatever order it had. */
const inOrder = ({ shaping, isBothWays = false }: ShapingPlan) => [
  isBothWays,
  Object.entries(shaping).sort(([a], [b]) => (a < b ? -1 : 1)),
]
