// @ts-check
/** What the page may weigh. It has to be built before it is weighed. */
import { pageCode, workerCode } from './scripts/lib/page-code.mjs'

export default [
  { name: 'JavaScript before anything is drawn', path: pageCode(), limit: '150 kB', gzip: true },
  { name: 'the worker before a session begins', path: workerCode(), limit: '60 kB', gzip: true },
]
