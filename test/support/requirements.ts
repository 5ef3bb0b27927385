/** What a test may need that a machine may lack. Under CI lacking it is a failure. */
import { describe, it } from 'vitest'
import { type BrowserName, findBrowser } from '../../scripts/lib/browsers.mjs'
import { givenRealNode } from '../../scripts/lib/real-node.mjs'

export type Found<T> = { found: T } | { missing: string }

/** A browser's path, as `npm test` found it, or found now. */
export function browserPath(name: BrowserName): { path: string } | { missing: string } {
  const variable = `V2SCOPE_${name.toUpperCase()}`
  const path = process.env[variable]
  if (path) return { path }
  const missing = process.env[`${variable}_MISSING`]
  return missing ? { missing } : findBrowser(name)
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
  const node = givenRealNode()
  describeWith(title, 'argv' in node ? { found: node.argv } : node, body)
}

/** A `describe` for tests in a real browser, Chromium unless told. */
export function describeBrowser(title: string, body: () => void, name: BrowserName = 'chromium') {
  const browser = browserPath(name)
  describeWith(title, 'path' in browser ? { found: browser.path } : browser, body)
}

/** A `describe` for tests that need a real browser and a real node. */
export function describeBrowserWithRealNode(title: string, body: () => void) {
  const node = givenRealNode()
  if ('argv' in node) describeBrowser(title, body)
  else describeWith(title, node, body)
}
