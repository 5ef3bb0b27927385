/** What holds of every screen of the page: for assistive technology, at its edges, in its type. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate<AxeResults>('axe.run()')
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

/** Elements that hold text below 12 px, and how far the page can be scrolled sideways. */
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
