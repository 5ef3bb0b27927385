/** Which bytes of an event are secret: the one place that says so. */

import type { Derivation, Expansion } from '@v2scope/bip324'
import type { TimedEvent } from './timed-event.js'

/** Names of inputs in the formulas of the key exchange and of rekeying. */
const SECRET_INPUTS: ReadonlySet<string> = new Set([
  'private_key',
  'ecdh_x',
  'shared_secret',
  'PRK',
  'old_key',
])
/** The session id is there to be compared, and the terminators go over the wire. */
const PUBLIC_EXPANSIONS: ReadonlySet<Expansion> = new Set(['session_id', 'garbage_terminators'])

type Change = (secret: Uint8Array) => Uint8Array

/** An event like this one in which each secret is what `change` makes of it. */
export function mapSecrets(event: TimedEvent, change: Change): TimedEvent {
  switch (event.type) {
    case 'ecdh_computed':
      return {
        ...event,
        privateKey: change(event.privateKey),
        ecdhX: ofSecret(event.ecdhX, change),
        sharedSecret: ofSecret(event.sharedSecret, change),
      }
    case 'keys_derived':
      return {
        ...event,
        ikm: change(event.ikm),
        prk: ofSecret(event.prk, change),
        expansions: event.expansions.map((expansion) =>
          PUBLIC_EXPANSIONS.has(expansion.name)
            ? withInputs(expansion, change)
            : ofSecret(expansion, change),
        ),
      }
    case 'rekeyed':
      return { ...event, oldKey: change(event.oldKey), newKey: ofSecret(event.newKey, change) }
    default:
      return event
  }
}

/** The event without its secrets: empty arrays are in their places. */
export const redact = (event: TimedEvent): TimedEvent => mapSecrets(event, () => new Uint8Array(0))

const ofSecret = <D extends Derivation>(derivation: D, change: Change): D => ({
  ...withInputs(derivation, change),
  output: change(derivation.output),
})

const withInputs = <D extends Derivation>(derivation: D, change: Change): D => ({
  ...derivation,
  inputs: Object.fromEntries(
    Object.entries(derivation.inputs).map(([name, value]) => [
      name,
      SECRET_INPUTS.has(name) ? change(value) : value,
    ]),
  ),
})
