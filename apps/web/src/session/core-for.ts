/** What computes a session's keys and packets. */

import { type Core, REFERENCE_CORE } from '@v2scope/bip324'
import type { ToWorker } from './contract.js'
import type { FastCode, LazyCode } from './lazy-code.js'

type Start = Extract<ToWorker, { type: 'start' }>

/** The fast core, unless the reference is asked for, or it can't be had: then all is the same, and slower. */
export function coreFor({ cipher }: Start, { fast }: LazyCode): Core | Promise<Core> {
  if (cipher === 'reference') return REFERENCE_CORE
  const started = ({ fastCore }: FastCode) => fastCore() ?? REFERENCE_CORE
  const code = fast()
  return code instanceof Promise ? code.then(started).catch(() => REFERENCE_CORE) : started(code)
}
