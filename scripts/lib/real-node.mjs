// @ts-check
/** A full Bitcoin node for tests: the user's own, or bitcoin-knots from Debian's packages. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { CACHE } from './paths.mjs'
import { capture, Failure, say, works } from './run.mjs'

/** @typedef {{ argv: string[] } | { missing: string }} RealNode */

const CACHED = process.env.BITCOIND_CACHE
  ? resolve(process.env.BITCOIND_CACHE)
  : join(CACHE, 'bitcoin-knots')
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
const NOT_NEEDED = /^(systemd|openssl-provider|debconf)/

/** @param {string[]} argv */
const runs = ([command = '', ...args]) => works(command, [...args, '-version'])

/**
 * Its C library is newer than the system's, so it is run by its own loader.
 * @param {string} root where the packages were unpacked
 */
function argvBelow(root) {
  const lib = join(root, 'usr/lib')
  for (const triplet of existsSync(lib) ? readdirSync(lib) : []) {
    if (!triplet.includes('-linux-gnu')) continue
    const libraries = join(lib, triplet)
    const loader = readdirSync(libraries).find((name) => name.startsWith('ld-linux'))
    if (loader)
      return [join(libraries, loader), '--library-path', libraries, join(root, 'usr/bin/bitcoind')]
  }
  return undefined
}

/** @returns {RealNode} `BITCOIND`, or one on the PATH, or the one unpacked before */
export function findRealNode() {
  const chosen = process.env.BITCOIND
  if (chosen)
    return runs([chosen]) ? { argv: [chosen] } : { missing: `BITCOIND=${chosen} doesn't run` }
  if (runs(['bitcoind'])) return { argv: ['bitcoind'] }
  const argv = argvBelow(join(CACHED, 'root'))
  if (argv && runs(argv)) return { argv }
  return { missing: 'no bitcoind on the PATH; set BITCOIND to one, or run npm test once' }
}

/** @returns {RealNode} as `npm test` found it, or found now */
export function givenRealNode() {
  const given = process.env.V2SCOPE_BITCOIND
  if (given) return { argv: JSON.parse(given) }
  const missing = process.env.V2SCOPE_BITCOIND_MISSING
  return missing ? { missing } : findRealNode()
}

/** The Debian mirror that this system uses. */
function mirror() {
  const format = ['--format', '$(REPO_URI)', 'Created-By: Packages']
  const found = capture('apt-get', ['indextargets', ...format])
    .split('\n')
    .find((uri) => uri.endsWith('/debian/'))
  if (!found) throw new Failure('this system has no Debian mirror to take bitcoin-knots from')
  return found
}

/**
 * Downloads and unpacks without touching the system, and without root.
 * @param {string} work an empty folder
 */
function unpackInto(work) {
  for (const folder of ['lists/partial', 'archives/partial', 'root'])
    mkdirSync(join(work, folder), { recursive: true })
  const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : ''
  writeFileSync(join(work, 'sources.list'), `deb ${signed}${mirror()} sid main\n`)
  writeFileSync(join(work, 'status'), '')
  const options = [
    `Dir::Etc::sourcelist=${join(work, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    // Pins and defaults of this system's own release would hide the other's packages.
    'Dir::Etc::preferences=/dev/null',
    'Dir::Etc::preferencesparts=/dev/null',
    `Dir::State::Lists=${join(work, 'lists')}`,
    `Dir::State::status=${join(work, 'status')}`,
    `Dir::Cache::archives=${join(work, 'archives')}`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Default-Release=',
    'APT::Install-Recommends=false',
    'APT::Sandbox::User=',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    'Debug::NoLocking=1',
  ].flatMap((option) => ['-o', option])
  capture('apt-get', [...options, '-q', 'update'])
  capture('apt-get', [...options, '-q', '-y', 'install', '--download-only', 'bitcoin-knots'])
  for (const name of readdirSync(join(work, 'archives')))
    if (name.endsWith('.deb') && !NOT_NEEDED.test(name))
      capture('dpkg-deb', ['-x', join(work, 'archives', name), join(work, 'root')])
}

/** Whoever is first puts the unpacked tree in its place; anybody else at it at once is content. */
function fillCache() {
  mkdirSync(CACHED, { recursive: true })
  const work = mkdtempSync(join(CACHED, 'work-'))
  const root = join(CACHED, 'root')
  try {
    unpackInto(work)
    if (existsSync(root) && !findable(root)) rmSync(root, { recursive: true, force: true })
    if (!existsSync(root)) renameSync(join(work, 'root'), root)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} root */
const findable = (root) => {
  const argv = argvBelow(root)
  return argv !== undefined && runs(argv)
}

/** @returns {RealNode} fetched from Debian's packages where there is none yet */
export function ensureRealNode() {
  const found = findRealNode()
  if ('argv' in found || process.env.BITCOIND) return found
  if (process.platform !== 'linux' || !works('apt-get', ['--version']))
    return { missing: 'no bitcoind on the PATH, and no apt to fetch one; set BITCOIND to one' }
  say('fetching a real node (bitcoin-knots, 27 MB, from Debian) …')
  try {
    fillCache()
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) }
  }
  return findRealNode()
}
