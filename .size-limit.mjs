// @ts-check
/** What the page and the library may weigh. They have to be built before they are weighed. */
import { LIBRARY_CODE } from './scripts/lib/library-code.mjs'
import { pageCode, workerCode } from './scripts/lib/page-code.mjs'

export default [
  { name: 'JavaScript before anything is drawn', path: pageCode(), limit: '150 kB', gzip: true },
  { name: 'the worker before a session begins', path: workerCode(), limit: '60 kB', gzip: true },
  { name: 'bip324 with its fast core', path: LIBRARY_CODE, limit: '45 kB', brotli: true },
]
