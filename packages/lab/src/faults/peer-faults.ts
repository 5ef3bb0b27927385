/** Faults of a peer that the Lab offers: what only one with keys can do wrong. */

import type { CatalogueFault } from './catalogue-fault.js'

export const PEER_FAULTS: readonly CatalogueFault[] = []
