/** What seeded code may not use, since engines and places differ in it. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../scripts/lib/paths.mjs'

const PACKAGES = ['bip324', 'messages', 'peer', 'chain', 'recording', 'lab', 'eavesdropper']
/** ECMA-262 leaves the last digits of the other functions of `Math` to the engine. */
const EXACT = ['floor', 'ceil', 'round', 'trunc', 'min', 'max', 'abs', 'sign', 'sqrt', 'imul']
/** Numbers, and the nearest there are. */
const CONSTANTS = ['LN2', 'SQRT2', 'SQRT1_2']

const sources = PACKAGES.flatMap((name) =>
  readdirSync(inRoot('packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `packages/${name}/src/${file}`),
)

const withoutComments = (path: string) =>
  readFileSync(inRoot(path), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')

const places = (pattern: RegExp) =>
  sources.flatMap((path) =>
    [...withoutComments(path).matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  )

describe('seeded code', () => {
  it('is looked at, all of it', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(places(/Math\.floor/g).length).toBeGreaterThan(10)
  })

  it('uses no function of Math that engines may round each in its own way', () => {
    expect(
      places(new RegExp(`Math\\.(?!(?:${[...EXACT, ...CONSTANTS].join('|')})\\b)\\w+`, 'g')),
    ).toEqual([])
  })

  it('asks no clock, no randomness and no locale of the place that it runs in', () => {
    const asked =
      /Math\.random|Date\.now|new Date\(\)|performance\.|Intl\.|\.toLocale|localeCompare/g
    expect(places(asked)).toEqual([])
  })
})
