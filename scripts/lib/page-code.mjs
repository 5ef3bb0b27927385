// @ts-check
/** Which scripts the built page, and its worker, are not to be had without. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE } from './build.mjs'
import { Failure } from './run.mjs'

const ASSETS = join(PAGE, 'assets')
const IN_PAGE = /(?:src|href)="\.\/assets\/([^"]+\.js)"/g
/** Of modules that are imported from the start; `import("./…")` is for later. */
const STATIC_IMPORT = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g

const named = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])

/**
 * @param {string[]} names of files in `assets`
 * @returns {string[]} paths of these, and of all that they import, and so on
 */
function withImports(names) {
  const found = new Set(names)
  // what is added while the set is walked is walked too
  for (const name of found)
    for (const next of named(readFileSync(join(ASSETS, name), 'utf8'), STATIC_IMPORT))
      found.add(next)
  return [...found].map((name) => join(ASSETS, name))
}

/** What is fetched before anything is drawn. */
export const pageCode = () =>
  withImports(named(readFileSync(join(PAGE, 'index.html'), 'utf8'), IN_PAGE))

/** What is fetched before a session begins. */
export function workerCode() {
  const workers = readdirSync(ASSETS).filter((name) => /^worker-.*\.js$/.test(name))
  if (workers.length !== 1) throw new Failure(`the page has ${workers.length} workers, not one.`)
  return withImports(workers)
}
