/** What the reader looks at; what happens in the session is in the session's store. */

import { create } from 'zustand'

export type PaneName = 'wire' | 'packets' | 'details' | 'keys'

interface UiState {
  /** The field that is chosen, and the one under the pointer, by their ids. */
  readonly field: string | undefined
  readonly hovered: string | undefined
  /** Where there is room for one pane. */
  readonly pane: PaneName
  /** Where details and keys share one. */
  readonly side: 'details' | 'keys'
  /** The last session whose handshake has been played. */
  readonly played: number | undefined
}

const START: UiState = {
  field: undefined,
  hovered: undefined,
  pane: 'wire',
  side: 'details',
  played: undefined,
}

export const useUi = create<UiState>(() => START)

export const forgetField = (): void => useUi.setState({ field: undefined, hovered: undefined })
export const selectField = (id: string | undefined): void =>
  useUi.setState((old) => ({ field: old.field === id ? undefined : id }))
export const hoverField = (id: string | undefined): void => useUi.setState({ hovered: id })
export const showPane = (pane: PaneName): void =>
  useUi.setState({ pane, ...(pane === 'details' || pane === 'keys' ? { side: pane } : {}) })
export const markPlayed = (session: number): void =>
  useUi.setState(({ played }) => ({ played: Math.max(played ?? 0, session) }))
export const resetUi = (): void => useUi.setState(START)
