/** The words of the page in the language that was chosen. The compiler holds each language to English's. */

import { create } from 'zustand'
import { en } from './en/index.js'

export type Words = typeof en

/** `pseudo` is English in other letters: what it leaves readable is in no catalogue. For tests. */
export const LANGUAGES = ['en', 'zh', 'pseudo'] as const
export type Language = (typeof LANGUAGES)[number]

/** As `lang` has them (BCP 47). */
export const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans', pseudo: 'en-XA' }
const KEY = 'v2scope.language'

const LOAD: Readonly<Record<Language, () => Promise<Words> | Words>> = {
  en: () => en,
  zh: async () => (await import('./zh/index.js')).zh,
  pseudo: async () => (await import('./pseudo.js')).pseudo(en),
}

export const useLanguage = create<{ readonly language: Language; readonly words: Words }>(() => ({
  language: 'en',
  words: en,
}))

/** For components: they are drawn anew when the language changes. */
export const useWords = (): Words => useLanguage(({ words }) => words)

/** For what is no component, and is called anew whenever it is shown. */
export const currentWords = (): Words => useLanguage.getState().words

let latest: Language = 'en'

/** Shows the page in another language, and keeps the choice. The page does not load anew. */
export async function setLanguage(language: Language): Promise<void> {
  keep(language)
  await show(language).catch(() => {
    // its words can't be had: the page stays as it is
    latest = useLanguage.getState().language
  })
}

/**
 * The language that the address asks for, or was chosen before, or is the browser's own.
 * To be awaited before the first paint. Where its words can't be had, the page is in English.
 * @param hash `#/session?lang=zh`
 */
export async function restoreLanguage(hash: string): Promise<void> {
  const asked = languageOf(hash)
  if (asked) keep(asked)
  await show(asked ?? kept() ?? (isChinese(navigator.language) ? 'zh' : 'en')).catch(() =>
    show('en'),
  )
}

/** What another address asks for, while the page is open. */
export function followLanguage(hash: string): void {
  const asked = languageOf(hash)
  if (asked && asked !== latest) void setLanguage(asked)
}

/** Has the other language's words brought while nothing else is to be done: the switch is instant. */
export function fetchAhead(): void {
  const fetchZh = () => void Promise.resolve(LOAD.zh()).catch(() => undefined)
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchZh)
  else setTimeout(fetchZh)
}

async function show(language: Language): Promise<void> {
  latest = language
  const words = await LOAD[language]()
  // another one may have been chosen while this one was being fetched
  if (latest !== language) return
  document.documentElement.lang = TAGS[language]
  document.title = words.header.document
  useLanguage.setState({ language, words })
}

function languageOf(hash: string): Language | undefined {
  const asked = new URLSearchParams(hash.slice(hash.indexOf('?') + 1)).get('lang')
  return asked === 'en' || asked === 'zh' ? asked : undefined
}

const isChinese = (tag: string): boolean => tag.toLowerCase().startsWith('zh')

const isLanguage = (text: string | null): text is Language =>
  LANGUAGES.some((language) => language === text)

/** Where storage is forbidden, the choice lasts as long as the page. */
function keep(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // it lasts as long as the page
  }
}

function kept(): Language | undefined {
  try {
    const text = localStorage.getItem(KEY)
    return isLanguage(text) ? text : undefined
  } catch {
    return undefined
  }
}
