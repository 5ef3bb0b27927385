// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { writeCompiledCore } from './compiled-core.mjs'
import { compressAll, touchAll } from './compress.mjs'
import { CACHE, inRoot, ROOT } from './paths.mjs'
import { Failure, runNode, say } from './run.mjs'

export const TSC = inRoot('node_modules/typescript/bin/tsc')
export const VITE = inRoot('node_modules/vite/bin/vite.js')
export const BRIDGE = inRoot('apps/bridge/dist/main.js')
export const PAGE = inRoot('apps/web/dist')
const INDEX = join(PAGE, 'index.html')

const STAMP = join(CACHE, 'build-stamp')
const OUTPUTS = [BRIDGE, inRoot('apps/demo-node/dist/main.js'), INDEX]
const ROOT_INPUTS = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'vite.config.ts']
const HOUSES = ['packages', 'apps']

/**
 * @param {string} directory
 * @param {(name: string) => boolean} enter
 * @returns {string[]} every file below it, in a fixed order
 */
function filesBelow(directory, enter) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) return enter(entry.name) ? filesBelow(path, enter) : []
      return entry.isFile() ? [path] : []
    })
}

const isSourceFolder = (/** @type {string} */ name) =>
  !['dist', 'node_modules', 'test', 'coverage'].includes(name)

function sourcesHash() {
  const hash = createHash('sha256')
  const files = [
    ...ROOT_INPUTS.map((name) => inRoot(name)),
    ...HOUSES.flatMap((house) => filesBelow(inRoot(house), isSourceFolder)),
  ]
  for (const file of files) hash.update(`${relative(ROOT, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/** By size and time, to notice that somebody else has built or cleaned since. */
function outputsHash() {
  const hash = createHash('sha256')
  for (const house of HOUSES)
    for (const name of existsSync(inRoot(house)) ? readdirSync(inRoot(house)).sort() : [])
      for (const file of filesBelow(inRoot(house, name, 'dist'), () => true)) {
        const { size, mtimeMs } = statSync(file)
        hash.update(`${relative(ROOT, file)}\0${size}\0${mtimeMs}\0`)
      }
  return hash.digest('hex')
}

const stamp = () => `${sourcesHash()}\n${outputsHash()}\n`

const isBuilt = () =>
  OUTPUTS.every((path) => existsSync(path)) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === stamp()

/** Each has a tsconfig.json of its own. */
const projects = () =>
  HOUSES.flatMap((house) => readdirSync(inRoot(house)).map((name) => join(house, name))).filter(
    (path) => existsSync(inRoot(path, 'tsconfig.json')),
  )

/** What runs in Node; vite builds the page, and its types are no reason not to start. */
export const programs = () => projects().filter((path) => path !== join('apps', 'web'))

/** @param {string[]} paths of projects */
async function compile(paths) {
  const code = await runNode(TSC, ['-b', ...paths])
  const lost = OUTPUTS.some((path) => path.endsWith('.js') && !existsSync(path))
  // Its own notes say "up to date" even when somebody has deleted the output.
  return code === 0 && lost ? runNode(TSC, ['-b', '--force', ...paths]) : code
}

/** @param {string[]} paths of projects */
async function build(paths) {
  say('building …')
  if ((await compile(paths)) !== 0) throw new Failure('the build failed; the reason is above.')
  if ((await runNode(VITE, ['build', '--logLevel', 'warn'])) !== 0)
    throw new Failure('the page could not be built; the reason is above.')
  await compressAll(filesBelow(PAGE, () => true))
  // the bridge reads the page again when this is newer: now that all of it is there
  touchAll(INDEX)
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, stamp())
}

/** Builds everything but the tests. */
export async function buildAll() {
  await writeCompiledCore()
  await build(projects())
}

/** Builds what `npm start` needs, unless nothing has changed since it was built. */
export async function ensureBuilt() {
  if (!isBuilt()) await build(programs())
}

/** @returns {Promise<boolean>} whether everything, tests too, has sound types */
export async function checkTypes() {
  return (await runNode(TSC, ['-b'])) === 0
}
