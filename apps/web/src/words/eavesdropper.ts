/** The Eavesdropper: what the bytes, statistics, and sizes and times say to who only looks. */

import type {
  Eavesdropping,
  Feature,
  FirstBytes,
  SavingsRow,
  StreamRow,
  TellingSpan,
} from '@v2scope/eavesdropper'
import type { Shaping } from '@v2scope/lab'
import type { EavesdropperTab } from '../ui/eavesdropper/eavesdropper-route.js'
import type { Verdict } from '../ui/eavesdropper/statistics/verdicts.js'
import { lazyWords } from './lazy-words.js'

export type Strategy = Shaping['strategy']
export type ByteTest = 'entropy' | 'chiSquare' | 'runs' | 'serial'

/** A test, for somebody who has not heard of it. */
export interface TestWords {
  readonly name: string
  readonly asks: string
  readonly cannot: string
}

export interface EavesdropperWords {
  readonly title: string
  readonly lede: string
  readonly segment: string
  readonly tabList: string
  readonly tabs: Readonly<Record<EavesdropperTab, string>>
  /** Below the name of each: what has been found. */
  readonly findings: {
    readonly stream: (magics: number, commands: number, ofV2: number) => string
    readonly inTheClear: (magics: number, commands: number) => string
    readonly statistics: (v2: string, v1: string | undefined) => string
    /** Of what is not v2, or not yet known to be. */
    readonly entropy: (bits: string) => string
    readonly traffic: (accuracy: string, chance: string) => string
    readonly none: Readonly<Record<EavesdropperTab, string>>
  }
  readonly session: {
    readonly listening: (name: string) => string
    readonly upTo: (segments: number, bytes: number, seconds: string) => string
    readonly again: string
    readonly simulated: string
  }
  readonly empty: {
    readonly title: string
    readonly why: string
    readonly start: string
    readonly waiting: string
  }
  readonly stream: StreamWords
  readonly savings: SavingsWords
  readonly statistics: StatisticsWords
  readonly firstBytes: FirstBytesWords
  readonly segments: SegmentsWords
  readonly study: StudyWords
  readonly traffic: TrafficWords
  readonly plot: {
    readonly table: string
    readonly left: (shown: number, all: number) => string
  }
}

export interface StreamWords {
  readonly title: string
  readonly titleOfV1: string
  readonly intro: string
  readonly introOfV1: string
  readonly wire: Readonly<Record<Eavesdropping['transport'], string>>
  readonly same: string
  readonly legend: string
  readonly marks: Readonly<Record<TellingSpan['what'], string>>
  readonly marksWhy: Readonly<Record<TellingSpan['what'], string>>
  readonly kinds: Readonly<Record<Exclude<StreamRow['kind'], 'message' | 'v1 message'>, string>>
  readonly ways: Readonly<Record<'sent' | 'received', string>>
  readonly at: (seconds: string) => string
  readonly size: (bytes: number) => string
  /** What v1 has no such thing of. */
  readonly noV1: Readonly<Record<'handshake' | 'decoy' | 'unknown', string>>
  readonly nothing: string
  readonly hash: string
  readonly more: (bytes: number) => string
  /** Of all that comes before the first message. */
  readonly handshake: (bytes: number) => string
  readonly leftOut: (rows: number) => string
  readonly toSession: (label: string) => string
  readonly list: string
}

export interface SavingsWords {
  readonly title: string
  readonly intro: string
  readonly introOfV1: string
  readonly columns: {
    readonly type: string
    readonly count: string
    readonly v1: string
    readonly v2: string
    readonly difference: string
    readonly each: string
  }
  readonly labels: Readonly<Record<Exclude<SavingsRow['kind'], 'message'>, string>>
  readonly garbage: (bytes: number) => string
  readonly total: string
  readonly messages: string
  /** @param percent of v1; undefined where v1 has nothing */
  readonly verdict: (difference: number, percent: string | undefined) => string
  /** Of a session that speaks v1. */
  readonly verdictOfV1: (difference: number, percent: string | undefined) => string
  readonly messagesVerdict: (difference: number) => string
}

export interface StatisticsWords {
  readonly title: string
  readonly intro: string
  readonly streams: Readonly<Record<Eavesdropping['transport'] | 'asV1', string>>
  readonly columns: {
    readonly stream: string
    readonly value: string
    readonly expected: string
    readonly verdict: string
  }
  readonly sample: (bytes: number) => string
  readonly tests: Readonly<Record<ByteTest, TestWords>>
  readonly cannotLabel: string
  readonly values: {
    readonly bits: (bits: string) => string
    readonly p: (p: string) => string
    readonly about: (value: string, give: string) => string
    readonly within: (bound: string) => string
    readonly none: string
  }
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly threshold: string
  readonly telling: {
    readonly title: string
    readonly intro: string
    readonly magics: string
    readonly commands: string
    readonly text: string
  }
  readonly noStream: Readonly<Record<'wire' | 'v1', string>>
  readonly histogram: {
    readonly title: string
    readonly intro: string
    readonly label: string
    readonly x: string
    readonly y: string
    readonly uniform: string
    readonly point: (series: string, value: string, share: string) => string
    readonly columns: (series: readonly string[]) => readonly string[]
  }
  readonly pass: string
}

export interface FirstBytesWords {
  readonly title: (keys: number) => string
  readonly intro: string
  readonly kinds: Readonly<Record<'ellswift' | 'compressed', string>>
  readonly columns: {
    readonly length: string
    readonly distinct: string
    readonly first: string
    readonly all: string
    readonly onCurve: string
  }
  readonly distinct: (n: number) => string
  readonly onCurve: (n: number, of: number) => string
  readonly example: (kind: string) => string
  readonly reading: (result: FirstBytes) => string
  readonly cannot: string
  readonly plot: {
    readonly label: string
    readonly x: string
    readonly y: string
    readonly level: string
    readonly point: (series: string, value: string, n: number) => string
  }
}

export interface SegmentsWords {
  readonly title: string
  readonly intro: string
  /** Of a recording, which does not know where a segment ended. */
  readonly moments: string
  readonly series: Readonly<Record<'sent' | 'received', string>>
  readonly total: (segments: number, bytes: number) => string
  readonly label: string
  readonly x: string
  readonly y: string
  readonly point: (series: string, bytes: number, seconds: string) => string
  readonly columns: readonly string[]
  readonly newest: (shown: number, all: number) => string
}

/** What is found out by a seed, without a session. */
export interface StudyWords {
  readonly seed: string
  readonly seedHint: string
  readonly run: string
  readonly again: string
  readonly stop: string
  readonly running: (percent: string) => string
  readonly stopped: string
  readonly failed: (why: string) => string
  readonly progress: string
}

export interface TrafficWords {
  readonly title: string
  readonly intro: string
  readonly method: (train: number, test: number, windowMs: number) => string
  readonly accuracy: (accuracy: string, margin: string) => string
  readonly chance: (chance: string) => string
  readonly chanceShort: string
  readonly confusion: {
    readonly title: string
    readonly intro: string
    readonly of: string
    readonly plain: string
    readonly corner: string
    readonly guessed: (name: string) => string
    readonly right: string
    readonly cell: (n: number, share: string) => string
    readonly total: string
  }
  readonly learned: {
    readonly title: string
    readonly intro: string
    readonly class: string
    readonly features: Readonly<Record<Feature, string>>
    readonly bucket: (from: number, to: number) => string
  }
  readonly strategies: {
    readonly title: string
    readonly intro: string
    readonly label: string
    readonly x: string
    readonly y: string
    readonly names: Readonly<Record<Strategy, string>>
    readonly whats: Readonly<Record<Strategy, string>>
    readonly setting: (shaping: Shaping) => string
    readonly plain: string
    readonly point: (name: string, setting: string, accuracy: string, overhead: string) => string
    readonly columns: readonly string[]
    readonly reading: string
    readonly toLab: string
  }
  readonly cannot: string
}

export const useEavesdropperWords = lazyWords<EavesdropperWords>({
  en: async () => (await import('./en/eavesdropper.js')).eavesdropper,
  zh: async () => (await import('./zh/eavesdropper.js')).eavesdropper,
})
