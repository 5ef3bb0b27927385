/** What the fields of messages are, in the language that was chosen: fetched when they are first shown. */

import type { FieldGroup, FieldKey } from '@v2scope/messages'
import { useEffect } from 'react'
import { create } from 'zustand'
import { type Language, useLanguage } from './words.js'

/** Of one field. */
export interface FieldWords {
  /** One plain sentence: what it is. */
  readonly what: string
  /** One plain sentence: why it is there. */
  readonly why: string
}

/** Of the fields of one group, or of all. */
export type MessageFields<G extends FieldGroup = FieldGroup> = Readonly<
  Record<FieldKey<G>, FieldWords>
>

const english = async () => (await import('./en/message-fields.js')).messageFields

const LOAD: Readonly<Record<Language, () => Promise<MessageFields>>> = {
  en: english,
  zh: english,
  pseudo: async () => (await import('./pseudo.js')).pseudo(await english()),
}

interface Loaded {
  readonly language?: Language
  readonly fields?: MessageFields
}

const useLoaded = create<Loaded>(() => ({}))

/**
 * For components: undefined until they are there for the first time. When the language changes, those
 * of the last one stay until the others are there.
 */
export function useMessageFields(): MessageFields | undefined {
  const language = useLanguage((state) => state.language)
  const fields = useLoaded((state) => state.fields)
  useEffect(() => {
    // what could not be fetched is asked for again with the next field that is shown
    load(language).catch(() => undefined)
  }, [language])
  return fields
}

async function load(language: Language): Promise<void> {
  const fields = await LOAD[language]()
  // every field that is shown asks; another language may have been chosen meanwhile
  if (useLoaded.getState().language === language) return
  if (useLanguage.getState().language === language) useLoaded.setState({ language, fields })
}
