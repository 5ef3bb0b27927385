/** What of opening a recording is the page's own: what was dropped, and what has been read. */

import { create } from 'zustand'
import type { OpeningView } from '../../session/store.js'

/** Why nothing of what was dropped can be opened. */
export type DropProblem =
  | { readonly code: 'SEVERAL'; readonly files: number }
  | { readonly code: 'FOLDER' | 'NOTHING' }

interface OpeningUi {
  /** What was wrong with what was dropped. */
  readonly dropped: DropProblem | undefined
  /** The refusal that the reader has closed. */
  readonly closed: OpeningView | undefined
}

export const useOpeningUi = create<OpeningUi>(() => ({ dropped: undefined, closed: undefined }))

export const closeRefusal = (closed: OpeningView): void =>
  useOpeningUi.setState({ dropped: undefined, closed })

export const forgetDropped = (): void => useOpeningUi.setState({ dropped: undefined })

/** The one file that was dropped; undefined, and said why, where it isn't one. */
export function fileIn(transfer: DataTransfer): File | undefined {
  const dropped = problemOf(transfer)
  useOpeningUi.setState({ dropped })
  return dropped === undefined ? transfer.files[0] : undefined
}

function problemOf({ items, files }: DataTransfer): DropProblem | undefined {
  const [entry] = Array.from(items, (item) => item.webkitGetAsEntry?.())
  if (entry?.isDirectory) return { code: 'FOLDER' }
  if (files.length > 1) return { code: 'SEVERAL', files: files.length }
  return files.length === 0 ? { code: 'NOTHING' } : undefined
}
