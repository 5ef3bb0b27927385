/** How the key exchange is kept: each value with its formula and inputs. */

import { EXPANSIONS } from '@v2scope/bip324'
import * as z from 'zod'
import { bytes, NO_BYTES, text } from './values.js'

const KEY = 32
const ELLSWIFT = 64
const MAGIC = 4

/** Empty where the recording holds no secrets. */
export const secretBytes = (what: string) =>
  bytes(`${what}: 32 bytes; empty where the recording holds no secrets.`, NO_BYTES, KEY)

/** A name that formulas use. */
const inputName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/)

const derivationShape = {
  name: text('What the formula gives.'),
  formula: text(
    'Its names are the keys of `inputs`; \u2016 joins bytes; arithmetic of field elements is modulo p; a[i..j] are the bytes i to j-1.',
  ),
  inputs: z.record(inputName, bytes('An input; empty where it is a secret that was left out.')),
  output: bytes('The value; empty where it is a secret that was left out.'),
  row: text('The row of the protocol.'),
  section: text('The heading in BIP324.'),
  secret: z
    .boolean()
    .describe('Whether who knows it can read, or pretend to be part of, this connection.'),
}

export const derivation = z.strictObject(derivationShape).meta({ id: 'derivation' })

export const decoding = z
  .strictObject({
    whose: z.enum(['ours', 'theirs']),
    steps: z.array(derivation).describe('u, t, X, Y.'),
    candidates: z
      .array(
        z.strictObject({
          ...derivationShape,
          outcome: z.enum(['taken', 'not on the curve', 'not tried']),
        }),
      )
      .describe('x coordinates in the order of trial.'),
    x: derivation,
  })
  .meta({ id: 'decoding', description: 'From the 64 bytes of a public key to its x coordinate.' })

export const expansionName = z.enum(EXPANSIONS)

export const expansion = z
  .strictObject({ ...derivationShape, name: expansionName, info: bytes('Of the HKDF.') })
  .meta({ id: 'expansion', description: 'One HKDF-Expand.' })

export const ellswift = (whose: string) =>
  bytes(`${whose} public key, ElligatorSwift-encoded: u and t, 64 bytes.`, ELLSWIFT)

export const magic = bytes("The network's magic, 4 bytes as they are on the wire.", MAGIC)
