/** Words that are many and not always needed: fetched in the language that was chosen, with their first use. */

import { useEffect } from 'react'
import { create } from 'zustand'
import { type Language, useLanguage } from './words.js'

interface Loaded<T> {
  readonly language?: Language
  readonly words?: T
}

/**
 * A hook for components: undefined until they are there for the first time. When the language changes,
 * those of the last one stay until the others are there.
 */
export function lazyWords<T>(load: Readonly<Record<'en' | 'zh', () => Promise<T>>>) {
  const useLoaded = create<Loaded<T>>(() => ({}))
  const LOAD: Readonly<Record<Language, () => Promise<T>>> = {
    ...load,
    pseudo: async () => (await import('./pseudo.js')).pseudo(await load.en()),
  }

  async function fetchWords(language: Language): Promise<void> {
    const words = await LOAD[language]()
    // every component that shows some asks; another language may have been chosen meanwhile
    if (useLoaded.getState().language === language) return
    if (useLanguage.getState().language === language) useLoaded.setState({ language, words })
  }

  return (): T | undefined => {
    const language = useLanguage((state) => state.language)
    const words = useLoaded((state) => state.words)
    useEffect(() => {
      // what could not be fetched is asked for again by the next component that shows some
      fetchWords(language).catch(() => undefined)
    }, [language])
    return words
  }
}
