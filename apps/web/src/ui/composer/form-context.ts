/** What every field of the form takes from around it. */

import { createContext, useContext } from 'react'
import type { SeenHashes } from './seen-hashes.js'

interface FormSurroundings {
  /** By path. */
  readonly problems: ReadonlyMap<string, string>
  readonly seen: SeenHashes
}

export const FormContext = createContext<FormSurroundings>({
  problems: new Map(),
  seen: { hashes: [] },
})

export const useProblem = (path: string): string | undefined =>
  useContext(FormContext).problems.get(path)

/** Hashes to choose from. */
export const useSeen = (): SeenHashes => useContext(FormContext).seen
