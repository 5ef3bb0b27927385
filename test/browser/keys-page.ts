/** The key schedule as the page shows it, for tests that compute it again. */

import type { Page } from 'playwright-core'
import { eachOf, printedBy } from '../support/shell.js'

/** Shells side by side. */
const AT_ONCE = 4

/** A value as it stands on the page, and the command beside it. */
export interface ShownNode {
  readonly id: string
  readonly kind: string
  readonly value: string
  readonly command: string
}

const titleOf = (page: Page, id: string) => page.locator(`[data-node="${id}"] button`).first()

/** Chooses a node, and reads it. */
export async function choose(page: Page, id: string): Promise<ShownNode> {
  // what lies in a part that can be opened may be in none of the page's sight
  await titleOf(page, id).evaluate((button: HTMLElement) => {
    if (button.getAttribute('aria-expanded') !== 'true') button.click()
  })
  const node = page.locator(`[data-node="${id}"]`)
  await node.getByTestId('command').waitFor({ state: 'attached' })
  return node.evaluate((element) => {
    const command = element.querySelector('[data-testid="command"]')?.textContent ?? ''
    const value = element.cloneNode(true) as Element
    for (const other of value.querySelectorAll('[data-node], [data-testid="workings"]'))
      other.remove()
    const hex = [...value.querySelectorAll('code')].map(({ textContent }) => textContent)
    const { node: id = '', kind = '' } = (element as HTMLElement).dataset
    return { id, kind, value: hex.join('').replace(/\s/g, ''), command }
  })
}

/** Every node that is shown, one after the other, those that appear on the way among them. */
export async function readAll(page: Page): Promise<readonly ShownNode[]> {
  const found = new Map<string, ShownNode>()
  for (;;) {
    const ids = await page
      .locator('[data-node]')
      .evaluateAll((elements) =>
        elements.map((element) => (element as HTMLElement).dataset.node ?? ''),
      )
    const next = ids.find((id) => !found.has(id))
    if (next === undefined) return [...found.values()]
    found.set(next, await choose(page, next))
  }
}

/** Those whose command prints anything but the value on the page. */
export async function differing(nodes: readonly ShownNode[]): Promise<readonly string[]> {
  const wrong: string[] = []
  await eachOf(nodes, AT_ONCE, async ({ id, value, command }) => {
    const printed = await printedBy(command)
    if (printed !== value || value === '')
      wrong.push(`${id}: ${value} is shown, ${printed} printed`)
  })
  return wrong
}
