/** Which fault is chosen: one of the catalogue, or one of the reader's own. The address names it. */

import type { CatalogueFault, FaultPlan } from '@v2scope/lab'
import { create } from 'zustand'
import { chooseFault, useLabRoute } from '../lab-route.js'
import { catalogued, LISTED, type ListedFault, lineOf } from './fault-list.js'
import { type OwnDraft, START } from './own/own-draft.js'
import { isOwnText, ownOfText, ownText, type ReadOwn, readOwn } from './own/read-own.js'

export type ChosenFault =
  | { readonly type: 'catalogue'; readonly fault: CatalogueFault; readonly line: ListedFault }
  | { readonly type: 'own'; readonly draft: OwnDraft; readonly read: ReadOwn }

/** What is being written, for the fault of one's own that the address names. */
const useWritten = create<{ readonly text: string; readonly draft: OwnDraft }>(() => ({
  text: '',
  draft: START,
}))

/** Undefined where the catalogue is empty. @returns `isMissing`: the address names one that there is not */
export function useChosenFault(): {
  readonly chosen: ChosenFault | undefined
  readonly isMissing: boolean
} {
  const id = useLabRoute((state) => state.fault)
  const written = useWritten()
  if (id !== undefined && isOwnText(id)) {
    const draft = written.text === id ? written.draft : (ownOfText(id) ?? START)
    const isMissing = written.text !== id && ownOfText(id) === undefined
    return { chosen: { type: 'own', draft, read: readOwn(draft) }, isMissing }
  }
  const fault = catalogued(id) ?? LISTED[0]?.variants[0]
  const line = fault && lineOf(fault.id)
  return {
    chosen: fault && line && { type: 'catalogue', fault, line },
    isMissing: id !== undefined && fault?.id !== id,
  }
}

/** The address follows once it is a fault. */
export function writeOwn(draft: OwnDraft): void {
  const { fault } = readOwn(draft)
  const text = fault ? ownText(fault) : useWritten.getState().text || ownText(FIRST)
  useWritten.setState({ text, draft })
  chooseFault(text)
}

const FIRST = readFirst()

function readFirst() {
  const { fault } = readOwn(START)
  if (!fault) throw new Error('what the fields begin with is a fault')
  return fault
}

export const planOf = (chosen: ChosenFault): FaultPlan | undefined => {
  if (chosen.type === 'catalogue') return chosen.fault.plan
  return chosen.read.fault && { on: 'wire', fault: chosen.read.fault }
}

/** The next line of the list, in the same direction or by the same one where it can be. */
export function nextOf(chosen: ChosenFault): CatalogueFault | undefined {
  if (chosen.type === 'own') return LISTED[0]?.variants[0]
  const at = LISTED.indexOf(chosen.line)
  const next = LISTED[(at + 1) % LISTED.length]
  const side = sideOf(chosen.fault.plan)
  return next?.variants.find(({ plan }) => sideOf(plan) === side) ?? next?.variants[0]
}

/** In whose direction, or by whom. */
export const sideOf = (plan: FaultPlan): 'ours' | 'theirs' => {
  const isOurs = plan.on === 'peer' ? plan.place === 'us' : plan.fault.direction === 'sent'
  return isOurs ? 'ours' : 'theirs'
}
