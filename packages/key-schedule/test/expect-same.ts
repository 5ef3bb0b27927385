/** A node and what its command prints are the same. */

import { toHex } from '@v2scope/bip324'
import { expect } from 'vitest'
import { eachOf, printedBy } from '../../../test/support/shell.js'
import type { KeyNode } from '../src/index.js'

/** Shells side by side. */
const AT_ONCE = 4

export async function expectSame(nodes: readonly KeyNode[]): Promise<void> {
  expect(nodes.length).toBeGreaterThan(0)
  await eachOf(nodes, AT_ONCE, async ({ id, command, output }) => {
    const line = command() ?? ''
    expect(line, id).not.toMatch(/\n/)
    expect(await printedBy(line), id).toBe(toHex(output))
  })
}
