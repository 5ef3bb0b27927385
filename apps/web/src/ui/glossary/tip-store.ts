/** The term that is being explained, and where on the screen it stands. */

import { create } from 'zustand'
import type { TermId } from '../../words/glossary.js'

/** In px from the top left of the window. */
export interface Anchor {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

interface Tip {
  readonly shown: { readonly id: TermId; readonly at: Anchor } | undefined
}

export const useTip = create<Tip>(() => ({ shown: undefined }))

export const hideTip = (): void => useTip.setState({ shown: undefined })
