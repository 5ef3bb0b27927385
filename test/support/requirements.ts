/** What a test may need that a machine may lack. Under CI lacking it is a failure. */
import { describe, it } from 'vitest'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { findRealNode } from '../../scripts/lib/real-node.mjs'

export type Found<T> = { found: T } | { missing: string }

/** The command line of a bitcoind, as `npm test` found it, or found now. */
export function realNode(): { argv: string[] } | { missing: string } {
  const given = process.env.V2SCOPE_BITCOIND
  if (given) return { argv: JSON.parse(given) as string[] }
  const missing = process.env.V2SCOPE_BITCOIND_MISSING
  return missing ? { missing } : findRealNode()
}

/** A Chromium's path, as `npm test` found it, or found now. */
export function chromiumPath(): { path: string } | { missing: string } {
  const path = process.env.V2SCOPE_CHROMIUM
  if (path) return { path }
  const missing = process.env.V2SCOPE_CHROMIUM_MISSING
  return missing ? { missing } : findChromium()
}

/**
 * A `describe` that runs if what it needs was found. Otherwise it fails under CI, and elsewhere is
 * one skipped test whose name starts with "NOT RUN", which `npm test` says again at its end.
 */
export function describeWith<T>(title: string, need: Found<T>, body: (found: T) => void) {
  if ('found' in need) {
    describe(title, () => body(need.found))
    return
  }
  const name = `NOT RUN: ${title}: ${need.missing}`
  const inCi = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false'
  if (!inCi) it.skip(name, () => {})
  else
    it(name, () => {
      throw new Error(`CI must run everything: ${need.missing}`)
    })
}

/** A `describe` for tests against a real node. */
export function describeRealNode(title: string, body: () => void) {
  const node = realNode()
  describeWith(title, 'argv' in node ? { found: node.argv } : node, body)
}

/** A `describe` for tests in a real browser. */
export function describeBrowser(title: string, body: () => void) {
  const chromium = chromiumPath()
  describeWith(title, 'path' in chromium ? { found: chromium.path } : chromium, body)
}

/** A `describe` for tests that need a real browser and a real node. */
export function describeBrowserWithRealNode(title: string, body: () => void) {
  const node = realNode()
  if ('argv' in node) describeBrowser(title, body)
  else describeWith(title, node, body)
}
