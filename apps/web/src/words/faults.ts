/** The Lab's faults: what each is, what comes of it, and why the protocol is built so. */

import type {
  FaultPlan,
  Interference,
  Outcome,
  PacketPart,
  Place,
  StreamPart,
  WaitsFor,
  WireDeed,
} from '@v2scope/lab'
import type { OwnField, OwnProblem } from '../ui/lab/faults/own/own-draft.js'
import { lazyWords } from './lazy-words.js'

export interface FaultsWords extends FaultTexts {
  readonly intro: string
  readonly list: {
    readonly label: string
    readonly wire: string
    readonly peer: string
    readonly own: string
    readonly choose: string
    /** Of the faults that were guessed. */
    readonly score: (right: number, of: number) => string
    readonly scoreWhy: string
    /** Beside a fault that was tried. */
    readonly tried: (outcome: Outcome, isRight: boolean | undefined) => string
  }
  readonly direction: { readonly legend: string; readonly sent: string; readonly received: string }
  readonly place: {
    readonly legend: string
    readonly us: string
    readonly peer: string
    /** Why a real peer can't be chosen. */
    readonly simulatedOnly: string
  }
  readonly picture: {
    readonly you: string
    readonly peer: string
    readonly mark: string
    readonly stream: Readonly<Record<'key' | 'garbage' | 'terminator' | 'packet' | 'v1', string>>
    readonly parts: Readonly<Record<PacketPart, string>>
  }
  readonly guess: {
    readonly question: string
    readonly hint: string
    readonly names: Readonly<Record<Outcome, string>>
    readonly meanings: Readonly<Record<Outcome, string>>
    readonly show: string
    readonly cannotStart: string
  }
  readonly run: {
    readonly starting: string
    readonly waiting: (what: WaitsFor) => string
    readonly watching: string
    readonly watchingWhy: string
    readonly inVain: string
    readonly inVainWhy: string
  }
  readonly result: ResultWords
  readonly own: OwnWords
  readonly ladder: string
}

export interface ResultWords {
  readonly label: string
  readonly expected: string
  readonly happened: string
  readonly right: string
  readonly wrong: string
  readonly noGuess: string
  readonly noticed: string
  readonly noticedBy: (who: 'us' | 'peer' | undefined) => string
  /** Where it stalled: whose patience ended. */
  readonly gaveUp: (who: 'us' | 'peer') => string
  readonly where: string
  readonly place: (deed: WireDeed) => string
  /** Of what a peer did wrong: whose stream, and what of it. */
  readonly placeOfPeer: (direction: 'sent' | 'received', part: StreamPart) => string
  readonly before: string
  readonly after: string
  readonly nothing: string
  readonly more: string
  readonly bits: (byte: number) => string
  readonly sameBytes: string
  readonly open: string
  readonly openFailed: string
  readonly error: string
  readonly offset: (bytes: number) => string
  readonly saysNothing: string
  /** The error is the peer's, to whom we are the peer. */
  readonly saysPeer: string
  readonly rule: string
  readonly why: string
  /** What tests have seen with a peer of this kind, where it is not what happened. */
  readonly usual: (outcome: Outcome) => string
  /** How often chance has it otherwise. */
  readonly chance: (share: number, outcome: Outcome) => string
  readonly nodeLog: string
  readonly again: string
  readonly againWhy: string
  readonly next: string
}

export interface OwnWords {
  readonly name: string
  readonly intro: string
  readonly at: string
  readonly places: Readonly<Record<Place['at'], string>>
  readonly part: string
  readonly parts: Readonly<Record<PacketPart | 'all', string>>
  readonly kind: string
  readonly kinds: Readonly<Record<Interference['kind'], string>>
  readonly fields: Readonly<Record<OwnField, string>>
  readonly hints: Readonly<Record<OwnField, string>>
  readonly problem: (field: OwnField, problem: OwnProblem) => string
  /** What the bits that are written do to the bytes there. */
  readonly mask: (byte: number, mask: string) => string
  readonly wrongLink: string
  readonly now: string
  readonly nowWhy: string
}

/** Of each fault, whoever does it; what is done and why it ends so are whole sentences. */
export interface FaultTexts {
  readonly name: (plan: FaultPlan) => string
  readonly done: (plan: FaultPlan) => string
  /** @param part what was hit, once it has happened */
  readonly why: (plan: FaultPlan, part?: StreamPart) => string
  readonly part: (part: StreamPart, packet: number | undefined) => string
}

export const useFaultsWords = lazyWords<FaultsWords>({
  en: async () => (await import('./en/faults.js')).faults,
  zh: async () => (await import('./zh/faults.js')).faults,
})
