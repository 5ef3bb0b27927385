/** What the reader looks at; what happens in the session is in the session's store. */

import { create } from 'zustand'
import type { ByteRange, Look } from '../session/look.js'
import type { ScreenQuery } from '../session/screen-query.js'
import {
  EVERY_PACKET,
  type FilterProblem,
  type PacketFilter,
  parseFilter,
} from './packets/filter.js'

export type PaneName = 'wire' | 'packets' | 'details' | 'keys'

/** A field and its bytes [start, end). */
interface Span {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** A field of no bytes has none to be marked. */
const bytesOf = ({ start, end }: Span): ByteRange | undefined =>
  start < end ? { view: 'wire', start, end } : undefined

interface UiState {
  /** The field that is chosen, and the one under the pointer, by their ids. */
  readonly field: string | undefined
  /** Bytes that are chosen: those of the field, or others. */
  readonly bytes: ByteRange | undefined
  /** The value of the key schedule that is chosen, by the id of its node. */
  readonly keyNode: string | undefined
  readonly hovered: string | undefined
  /** Where there is room for one pane. */
  readonly pane: PaneName
  /** Where details and keys share one. */
  readonly side: 'details' | 'keys'
  readonly filter: FilterState
  /** `seq` of the item that the page selected of itself; the reader's choice is another. */
  readonly picked: number | undefined
  /** What the screen itself has in the address; undefined: it has not said. */
  readonly screenQuery: ScreenQuery | undefined
}

/** The filter of the list of packets. */
export interface FilterState {
  /** As it is written. */
  readonly text: string
  /** What is wrong with it; then the last good one stays applied. */
  readonly problem: FilterProblem | undefined
  readonly applied: PacketFilter
}

const START: UiState = {
  field: undefined,
  bytes: undefined,
  keyNode: undefined,
  hovered: undefined,
  pane: 'wire',
  side: 'details',
  filter: { text: '', problem: undefined, applied: EVERY_PACKET },
  picked: undefined,
  screenQuery: undefined,
}

export const useUi = create<UiState>(() => START)

/** For another item, nothing of this one stays chosen. */
export const forgetField = (): void =>
  useUi.setState({ field: undefined, bytes: undefined, keyNode: undefined, hovered: undefined })
/** Chooses a field, and so its bytes. */
export const selectField = (field: Span | undefined): void =>
  useUi.setState({ field: field?.id, bytes: field && bytesOf(field), keyNode: undefined })
/** @param field that the bytes lie in; undefined where it is not known yet */
export const selectBytes = (bytes: ByteRange, field: string | undefined): void =>
  useUi.setState({ bytes, field, keyNode: undefined })
/** What goes with a choice that came from elsewhere: it leaves the rest as it was chosen. */
export const completeChoice = (rest: Pick<Look, 'field' | 'bytes'>): void => useUi.setState(rest)
/** What a link or a recording wants to be looked at: all of it at once. */
export const showLook = ({ field, bytes, keyNode }: Look): void =>
  useUi.setState({ field, bytes, keyNode, hovered: undefined })
/** Chooses a node of the key schedule, and the bytes that it belongs to, where it has any. */
export const selectKeyNode = (
  keyNode: string | undefined,
  { field, bytes }: Partial<Pick<UiState, 'field' | 'bytes'>> = {},
): void => useUi.setState({ keyNode, field, bytes })
export const hoverField = (id: string | undefined): void => useUi.setState({ hovered: id })
export const showPane = (pane: PaneName): void =>
  useUi.setState({ pane, ...(pane === 'details' || pane === 'keys' ? { side: pane } : {}) })
export const writeFilter = (text: string): void =>
  useUi.setState(({ filter: { applied } }) => {
    const parsed = parseFilter(text)
    if (!parsed.ok) return { filter: { text, problem: parsed.problem, applied } }
    const isSame = parsed.filter.text === applied.text
    return { filter: { text, problem: undefined, applied: isSame ? applied : parsed.filter } }
  })
export const setScreenQuery = (screenQuery: ScreenQuery | undefined): void =>
  useUi.setState({ screenQuery })
export const resetUi = (): void => useUi.setState(START)
