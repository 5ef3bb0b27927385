/** What of opening a recording is the page's own: what was dropped, and what has been read. */

import { create } from 'zustand'
import type { OpeningView } from '../../session/store.js'

const TEXT = {
  several: (n: number) =>
    `${n} files were dropped. A session is shown one at a time: drop one of them.`,
  folder: 'That is a folder. Drop the file of a recording itself: it ends in .v2scope.json.',
  nothing: 'There is no file in what was dropped. Save it to a file first, then drop that.',
}

interface OpeningUi {
  /** What was wrong with what was dropped, in words. */
  readonly dropped: string | undefined
  /** The refusal that the reader has closed. */
  readonly closed: OpeningView | undefined
}

export const useOpeningUi = create<OpeningUi>(() => ({ dropped: undefined, closed: undefined }))

export const closeRefusal = (closed: OpeningView): void =>
  useOpeningUi.setState({ dropped: undefined, closed })

export const forgetDropped = (): void => useOpeningUi.setState({ dropped: undefined })

/** The one file that was dropped; undefined, and said why, where it isn't one. */
export function fileIn(transfer: DataTransfer): File | undefined {
  const [entry] = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.())
  const [file, ...others] = transfer.files
  const dropped = entry?.isDirectory
    ? TEXT.folder
    : others.length > 0
      ? TEXT.several(transfer.files.length)
      : file === undefined
        ? TEXT.nothing
        : undefined
  useOpeningUi.setState({ dropped })
  return dropped === undefined ? file : undefined
}
