/** What the reader has chosen that Mallory does; it stays while other panels are looked at. */

import { type MalloryChange, type MalloryPlan, malloryProblem } from '@v2scope/lab'
import { create } from 'zustand'

export const CHANGE_KINDS = ['nothing', 'user agent', 'start height', 'fee filter'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** In satoshi: nodes ignore a feefilter above it. */
const ALL_MONEY = 2_100_000_000_000_000n

interface MalloryChoice {
  readonly mode: MalloryPlan['mode']
  readonly kind: ChangeKind
  /** What is written for each kind. */
  readonly written: Readonly<Record<Exclude<ChangeKind, 'nothing'>, string>>
  /** What the reader has pasted as the node's session id, and in which session. */
  readonly pasted: { readonly session: number; readonly text: string } | undefined
}

export const FIRST_CHOICE: MalloryChoice = {
  mode: 'between',
  kind: 'nothing',
  written: {
    'user agent': '/Mallory:0.1.0/',
    'start height': '700000',
    'fee filter': '50000',
  },
  pasted: undefined,
}

export const useMalloryChoice = create<MalloryChoice>(() => FIRST_CHOICE)

export const chooseMode = (mode: MalloryPlan['mode']): void => useMalloryChoice.setState({ mode })
export const chooseChange = (kind: ChangeKind): void => useMalloryChoice.setState({ kind })
export const writeChange = (kind: Exclude<ChangeKind, 'nothing'>, text: string): void =>
  useMalloryChoice.setState(({ written }) => ({ written: { ...written, [kind]: text } }))
export const pasteId = (session: number, text: string): void =>
  useMalloryChoice.setState({ pasted: { session, text } })

/** @returns what is written, as a change; undefined for nothing; `bad` where it is none */
export function changeOf({ kind, written }: MalloryChoice): MalloryChange | undefined | 'bad' {
  if (kind === 'nothing') return undefined
  const change = readChange(kind, written[kind].trim())
  return change && !malloryProblem(change) ? change : 'bad'
}

function readChange(kind: Exclude<ChangeKind, 'nothing'>, text: string): MalloryChange | undefined {
  if (kind === 'user agent') return { kind, text }
  if (!/^\d{1,16}$/.test(text)) return undefined
  if (kind === 'start height') return { kind, height: Number(text) }
  return BigInt(text) <= ALL_MONEY ? { kind, feeRate: BigInt(text) } : undefined
}

/** Whether two changes do the same. */
export function isSameChange(a: MalloryChange | undefined, b: MalloryChange | undefined): boolean {
  return a?.kind === b?.kind && valueIn(a) === valueIn(b)
}

function valueIn(change: MalloryChange | undefined): string | undefined {
  switch (change?.kind) {
    case undefined:
      return undefined
    case 'user agent':
      return change.text
    case 'start height':
      return String(change.height)
    case 'fee filter':
      return String(change.feeRate)
  }
}
