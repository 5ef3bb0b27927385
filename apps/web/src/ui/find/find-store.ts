/** What is written in the find bar; it stays while the bar is closed. */

import { create } from 'zustand'
import type { ByteRange } from '../../session/look.js'
import type { FindMode } from './needle.js'

interface FindState {
  readonly open: boolean
  /** Counts the openings: each puts the cursor into the field. */
  readonly opened: number
  readonly text: string
  readonly mode: FindMode
  readonly scope: ByteRange['view']
}

export const useFind = create<FindState>(() => ({
  open: false,
  opened: 0,
  text: '',
  mode: 'auto',
  scope: 'plain',
}))

export const openFind = (): void =>
  useFind.setState(({ opened }) => ({ open: true, opened: opened + 1 }))
export const closeFind = (): void => useFind.setState({ open: false })
export const changeFind = (change: Partial<Pick<FindState, 'text' | 'mode' | 'scope'>>): void =>
  useFind.setState(change)
