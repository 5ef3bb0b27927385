// @ts-check
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string[]} parts a path below the repository's root */
export const inRoot = (...parts) => join(ROOT, ...parts)

export const CACHE = inRoot('.cache')
