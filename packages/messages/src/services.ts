/** Service bits: what a node offers, as it says in version, addr and addrv2. */

import type { FixedField } from './field.js'
import type { FieldKey } from './field-keys.js'
import { unsigned64 } from './number-field.js'
import { showHex } from './show.js'

/** Names as in Bitcoin Core's `getpeerinfo`, by bit number. */
const SERVICE_NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'NETWORK'],
  [2, 'BLOOM'],
  [3, 'WITNESS'],
  [6, 'COMPACT_FILTERS'],
  [10, 'NETWORK_LIMITED'],
  [11, 'P2P_V2'],
])

/**
 * Names the bits of a services field, lowest first; a bit of no known name is `bit N`.
 *
 * @param services 64-bit field; bits above are left out.
 */
export function describeServices(services: bigint): string[] {
  const names: string[] = []
  for (let bit = 0; bit < 64; bit++) {
    if ((services >> BigInt(bit)) & 1n) names.push(SERVICE_NAMES.get(bit) ?? `bit ${bit}`)
  }
  return names
}

/** `0xc09: NETWORK, WITNESS, NETWORK_LIMITED, P2P_V2` */
export function showServices(services: bigint): string {
  return `${showHex(services, 0)}: ${describeServices(services).join(', ') || 'none'}`
}

/** A services field of 8 bytes. */
export function servicesField(fieldKey: FieldKey): FixedField<bigint> {
  return unsigned64('services', fieldKey, { show: showServices, unit: 'bits' })
}
