/** What has been typed into the composer. It stays while the page lives, closed or open. */

import { messageForm } from '@v2scope/messages'
import { create } from 'zustand'
import { type GroupDraft, newDraft } from './draft.js'
import { UNKNOWN_IDS } from './unknown-ids.js'
import type { WrongName } from './wrongs.js'

/** What is composed: a message of a type whose form is known, of any other type, or bytes. */
export type Subject =
  | { readonly kind: 'known'; readonly type: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'raw' }

export interface ComposerState {
  readonly subject: Subject
  /** By type; absent where nothing has been changed yet. */
  readonly drafts: Readonly<Record<string, GroupDraft>>
  /** By type: a payload in hex that takes the place of the form's. */
  readonly byHand: Readonly<Record<string, string>>
  readonly otherType: string
  readonly otherPayload: string
  readonly rawContents: string
  /** Of the type; `long` asks for 13 bytes where 1 would do. */
  readonly typeForm: 'short' | 'long'
  readonly wrong: WrongName | undefined
  /** For the wrong of that name. */
  readonly shortId: string
}

const START: ComposerState = {
  subject: { kind: 'known', type: 'getdata' },
  drafts: {},
  byHand: {},
  otherType: '',
  otherPayload: '',
  rawContents: '',
  typeForm: 'short',
  wrong: undefined,
  shortId: String(UNKNOWN_IDS.first),
}

export const useComposer = create<ComposerState>(() => START)

/** What is in the form of this type now. @throws RangeError for a type without a form */
export function draftOf({ drafts }: Pick<ComposerState, 'drafts'>, type: string): GroupDraft {
  return drafts[type] ?? freshDraft(type)
}

/** One for each type, so that what has not been changed stays the same object. */
const fresh = new Map<string, GroupDraft>()

function freshDraft(type: string): GroupDraft {
  const form = messageForm(type)
  if (form === undefined) throw new RangeError(`There is no form for "${type}"`)
  const draft = fresh.get(type) ?? newDraft(form)
  fresh.set(type, draft)
  return draft
}

export const changeComposer = (change: Partial<ComposerState>): void => useComposer.setState(change)

export const changeDraft = (type: string, draft: GroupDraft): void =>
  useComposer.setState(({ drafts }) => ({ drafts: { ...drafts, [type]: draft } }))

/** @param hex undefined goes back to the form */
export const changeByHand = (type: string, hex: string | undefined): void =>
  useComposer.setState(({ byHand }) => {
    const { [type]: _before, ...others } = byHand
    return { byHand: hex === undefined ? others : { ...others, [type]: hex } }
  })

export const resetComposer = (): void => useComposer.setState(START)
