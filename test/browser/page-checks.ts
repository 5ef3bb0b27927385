/** What holds of every screen of the page: for assistive technology, at its edges, in its type. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with what is shown, in a line each: in the light theme and in the dark one. */
export async function flaws(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await flawsInTheme(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faintText(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((found) => `dark: ${found}`)]
}

/**
 * What is wrong with what is shown, in the theme that it has.
 * @param part a selector of what axe is to look at; absent: all of it
 */
export async function flawsInTheme(page: Page, part?: string): Promise<string[]> {
  const found = await violations(page, part)
  const { small, sideways } = await measure(page)
  if (small.length > 0) found.push(`below 12 px: ${small.join(' | ')}`)
  if (sideways > 0) found.push(`${sideways} px too wide`)
  return found
}

/** What axe finds, in a line each. */
const violations = (page: Page, part?: string): Promise<string[]> =>
  run(page, { resultTypes: ['violations'] }, part)

/** What axe finds of colours alone, which is all that another theme changes. */
const faintText = (page: Page): Promise<string[]> =>
  run(page, { resultTypes: ['violations'], runOnly: ['color-contrast'] })

async function run(page: Page, options: RunOptions, part?: string): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE)
  const context = part === undefined ? 'document' : JSON.stringify(part)
  const results = await page.evaluate<AxeResults>(`axe.run(${context}, ${JSON.stringify(options)})`)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

/** What is written below 12 px, and how far the page can be scrolled sideways. */
export const measure = (page: Page) =>
  page.evaluate(() => {
    const small = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode
      if (!element || !textContent?.trim()) continue
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 12) small.add(textContent)
    }
    const root = document.documentElement
    return { small: [...small], sideways: root.scrollWidth - root.clientWidth }
  })

/** What is neither from the catalogue, which `pseudo` puts in brackets, nor data. See words/pseudo.ts. */
export const bareStrings = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>()
    const isData = (element: Element | null) =>
      element?.closest('[translate]')?.getAttribute('translate') === 'no'
    const look = (text: string | null, where: string) => {
      let rest = text ?? ''
      for (let before = ''; before !== rest; ) {
        before = rest
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '')
      }
      if (/[A-Za-z]{2,}/.test(rest)) found.add(`${where} “${rest.trim().slice(0, 120)}”`)
    }
    look(document.title, 'title of the document')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode
      if (!element || element.matches('script, style, noscript') || isData(element)) continue
      look(textContent, `<${element.tagName.toLowerCase()} class="${element.className}">`)
    }
    const names = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']
    for (const name of [...names, 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`body [${name}]`)) {
        if (isData(element)) continue
        look(element.getAttribute(name), `${element.tagName.toLowerCase()}[${name}]`)
      }
    }
    return [...found]
  })
