/** BIP324's own test vectors, by row. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from '../../scripts/lib/paths.mjs'
import { describeWith, type Found } from './requirements.js'

export type Vector = Record<string, string>

const FILES = ['ellswift_decode', 'xswiftec_inv', 'packet_encoding'] as const
export type VectorFile = (typeof FILES)[number]

const fileName = (name: VectorFile) => `${name}_test_vectors.csv`

/** Where the three files are, by `BIP324_VECTORS` or beside the checkout. */
export function vectorsDir(): Found<string> {
  const dir = resolve(ROOT, process.env.BIP324_VECTORS ?? '../shared/vectors')
  const absent = FILES.map(fileName).filter((name) => !existsSync(join(dir, name)))
  if (absent.length === 0) return { found: dir }
  return { missing: `no ${absent.join(', ')}; set BIP324_VECTORS to the BIP's folder of them` }
}

/** The rows of a file, each by its columns' names; undefined where there are no vectors. */
export function loadVectors(name: VectorFile): Vector[] | undefined {
  const dir = vectorsDir()
  if ('missing' in dir) return undefined
  const text = readFileSync(join(dir.found, fileName(name)), 'utf8')
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  for (const [index, row] of rows.entries())
    if (row.length !== head.length) throw new Error(`${fileName(name)}:${index + 2}: wrong columns`)
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ''])))
}

/** A `describe` that is given the vectors, or says loudly that there are none. */
export function describeVectors(
  title: string,
  body: (load: (name: VectorFile) => Vector[]) => void,
) {
  describeWith(title, vectorsDir(), () => body((name) => loadVectors(name) ?? []))
}
