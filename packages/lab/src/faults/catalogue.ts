/** The faults that the Lab offers, in the order in which it lists them. */

import type { CatalogueFault } from './catalogue-fault.js'
import { PEER_FAULTS } from './peer-faults.js'
import { WIRE_FAULTS } from './wire-faults.js'

export const FAULTS: readonly CatalogueFault[] = [...WIRE_FAULTS, ...PEER_FAULTS]
