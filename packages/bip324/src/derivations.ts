/** The trace's derivations: each value of the key exchange with its formula and inputs (K1, K2, K3, K5). */

import { ascii, type Bytes32, type EllswiftPubkey, type Magic, type PrivateKey } from './bytes.js'
import { GARBAGE_TERMINATOR_LEN, KEY_LEN, type Role } from './constants.js'
import { ellswiftDecode, xswiftecSteps } from './ellswift.js'
import { feFromBytes, feToBytes, MINUS_3_SQRT } from './field.js'
import { REKEY_PREFIX, type Rekey, rekeyNonce } from './rekey.js'
import { EXPANSIONS, type Expansion, type SessionKeys, saltFor } from './session-keys.js'
import { ECDH_TAG } from './shared-secret.js'
import type { Derivation, EllswiftDecoding, ExpansionDerivation, XCandidate } from './trace.js'

const ENCODING = 'ElligatorSwift encoding of curve X coordinates'
const SHARED_SECRET = 'Shared secret computation'
const KEYS = 'Keys and session ID derivation'

type UXY = Readonly<Record<'u' | 'X' | 'Y', Bytes32>>
const CANDIDATES = [
  { name: 'x3', formula: 'u + 4·Y²', inputs: ({ u, Y }: UXY) => ({ u, Y }) },
  { name: 'x2', formula: '(−X/Y − u) / 2', inputs: ({ u, X, Y }: UXY) => ({ u, X, Y }) },
  { name: 'x1', formula: '(X/Y − u) / 2', inputs: ({ u, X, Y }: UXY) => ({ u, X, Y }) },
] as const

const encoding = (
  name: string,
  formula: string,
  inputs: Record<string, Uint8Array>,
  output: Uint8Array,
): Derivation => ({ name, formula, inputs, output, row: 'K5', section: ENCODING, secret: false })

/** From 64 bytes to x, with every candidate. */
export function explainDecoding(
  whose: 'ours' | 'theirs',
  ellswift: EllswiftPubkey,
): EllswiftDecoding {
  const u64 = ellswift.slice(0, KEY_LEN)
  const t64 = ellswift.slice(KEY_LEN)
  const steps = xswiftecSteps(feFromBytes(u64), feFromBytes(t64))
  const u = feToBytes(steps.u)
  const t = feToBytes(steps.t)
  const X = feToBytes(steps.X)
  const Y = feToBytes(steps.Y)
  const c = feToBytes(MINUS_3_SQRT)
  const x = feToBytes(steps.candidates[steps.taken])
  return {
    whose,
    steps: [
      encoding('u', 'ellswift[0..32] mod p, 0 → 1', { ellswift: ellswift.slice() }, u),
      encoding(
        't',
        'ellswift[32..64] mod p, 0 → 1, 2·t where u³ + t² + 7 = 0',
        { ellswift: ellswift.slice(), u },
        t,
      ),
      encoding('X', '(u³ + 7 − t²) / (2·t)', { u, t }, X),
      encoding('Y', '(X + t) / (c·u)', { X, t, c, u }, Y),
    ],
    candidates: CANDIDATES.map(({ name, formula, inputs }, i): XCandidate => {
      const candidate = steps.candidates[i] ?? 0n
      const outcome =
        i > steps.taken ? 'not tried' : i === steps.taken ? 'taken' : 'not on the curve'
      return { ...encoding(name, formula, inputs({ u, X, Y }), feToBytes(candidate)), outcome }
    }),
    x: encoding('x', `XSwiftEC(u, t) = ${CANDIDATES[steps.taken].name}`, { u, t }, x),
  }
}

/** x of the point that both sides can compute, and the secret that is hashed from it. */
export function explainSharedSecret(values: {
  readonly role: Role
  readonly privateKey: PrivateKey
  readonly ours: EllswiftPubkey
  readonly theirs: EllswiftPubkey
  readonly ecdhX: Bytes32
  readonly sharedSecret: Bytes32
}): { readonly ecdhX: Derivation; readonly sharedSecret: Derivation } {
  const { role, privateKey, ours, theirs, ecdhX, sharedSecret } = values
  const [initiator, responder] = role === 'initiator' ? [ours, theirs] : [theirs, ours]
  const common = { row: 'K1', section: SHARED_SECRET, secret: true } as const
  return {
    ecdhX: {
      ...common,
      name: 'ecdh_x',
      formula: 'x(private_key · lift_x(x_theirs))',
      inputs: { private_key: privateKey.slice(), x_theirs: ellswiftDecode(theirs) },
      output: ecdhX.slice(),
    },
    sharedSecret: {
      ...common,
      name: 'shared_secret',
      formula: `taggedHash("${ECDH_TAG}", ellswift_initiator ‖ ellswift_responder ‖ ecdh_x)`,
      inputs: {
        ellswift_initiator: initiator.slice(),
        ellswift_responder: responder.slice(),
        ecdh_x: ecdhX.slice(),
      },
      output: sharedSecret.slice(),
    },
  }
}

/** Each HKDF call: salt, ikm, info, output. */
export function explainKeys(values: {
  readonly magic: Magic
  readonly sharedSecret: Bytes32
  readonly prk: Bytes32
  readonly expanded: Record<Expansion, Bytes32>
  readonly keys: SessionKeys
  readonly role: Role
}) {
  const { magic, sharedSecret, prk, expanded, keys, role } = values
  const salt = saltFor(magic)
  const halves = {
    initiator: `[0..${GARBAGE_TERMINATOR_LEN}]`,
    responder: `[${GARBAGE_TERMINATOR_LEN}..${KEY_LEN}]`,
  }
  const [sent, received] =
    role === 'initiator'
      ? [halves.initiator, halves.responder]
      : [halves.responder, halves.initiator]
  const terminator = (name: string, half: string, output: Uint8Array): Derivation => ({
    name,
    formula: `garbage_terminators${half}`,
    inputs: { garbage_terminators: expanded.garbage_terminators.slice() },
    output: output.slice(),
    row: 'K3',
    section: KEYS,
    secret: false,
  })
  return {
    salt,
    ikm: sharedSecret.slice(),
    prk: {
      name: 'PRK',
      formula:
        'HKDF-Extract(SHA-256, salt = "bitcoin_v2_shared_secret" ‖ magic, ikm = shared_secret)',
      inputs: { magic: magic.slice(), shared_secret: sharedSecret.slice() },
      output: prk.slice(),
      row: 'K2',
      section: KEYS,
      secret: true,
    },
    expansions: EXPANSIONS.map(
      (name): ExpansionDerivation => ({
        name,
        formula: `HKDF-Expand(SHA-256, PRK, info = "${name}", L = ${KEY_LEN})`,
        inputs: { PRK: prk.slice() },
        info: ascii(name),
        output: expanded[name].slice(),
        row: 'K3',
        section: KEYS,
        secret: name !== 'session_id' && name !== 'garbage_terminators',
      }),
    ),
    sendGarbageTerminator: terminator('send_garbage_terminator', sent, keys.sendGarbageTerminator),
    recvGarbageTerminator: terminator(
      'recv_garbage_terminator',
      received,
      keys.recvGarbageTerminator,
    ),
  }
}

/** The next key of a cipher, from the one before. Rows C1 and C2. */
export function explainRekey(
  cipher: 'FSChaCha20' | 'FSChaCha20Poly1305',
  rekey: Rekey,
): Derivation {
  const formulas = {
    FSChaCha20: 'ChaCha20(old_key, nonce, 704 zeros)[672..704]',
    FSChaCha20Poly1305: 'AEAD_ChaCha20_Poly1305(old_key, nonce, aad = "", 32 zeros)[0..32]',
  }
  const nonce = rekeyNonce(cipher === 'FSChaCha20' ? 0 : REKEY_PREFIX, rekey.epoch - 1)
  return {
    name: 'new_key',
    formula: formulas[cipher],
    inputs: { old_key: rekey.oldKey, nonce },
    output: rekey.newKey,
    row: cipher === 'FSChaCha20' ? 'C2' : 'C1',
    section: 'Rekeying',
    secret: true,
  }
}
