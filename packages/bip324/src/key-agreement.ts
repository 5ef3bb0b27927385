/** BIP324 §Handshake: from both keys to the session's keys, traced where asked for, else wiped (K4). */

import { type EllswiftPubkey, type Magic, type PrivateKey, toBytes32 } from './bytes.js'
import type { Role } from './constants.js'
import type { Core } from './core.js'
import { explainDecoding, explainKeys, explainSharedSecret } from './derivations.js'
import { assignKeys, expandAll, hkdfExtract, type SessionKeys } from './session-keys.js'
import { hashEcdhX } from './shared-secret.js'
import type { TraceRecorder } from './trace-recorder.js'

export interface KeyAgreement {
  readonly role: Role
  readonly magic: Magic
  readonly privateKey: PrivateKey
  readonly ours: EllswiftPubkey
  readonly theirs: EllswiftPubkey
  readonly core: Core
}

/** The session's keys. The private key is zeros afterwards, unless there is a trace. */
export function agreeOnKeys(agreement: KeyAgreement, trace?: TraceRecorder): SessionKeys {
  const { role, magic, privateKey, ours, theirs, core } = agreement
  const ecdhX = toBytes32(core.ellswiftEcdhXonly(theirs, privateKey))
  const sharedSecret = hashEcdhX(ecdhX, theirs, ours, role, core.hashes)
  const prk = hkdfExtract(sharedSecret, magic, core.hashes)
  const expanded = expandAll(prk, core.hashes)
  const keys = assignKeys(expanded, role)
  if (trace === undefined) {
    for (const secret of [privateKey, ecdhX, sharedSecret, prk, expanded.garbage_terminators]) {
      secret.fill(0)
    }
    return keys
  }
  trace.ecdh({
    privateKey: privateKey.slice(),
    ellswiftOurs: ours.slice(),
    ellswiftTheirs: theirs.slice(),
    decodings: [explainDecoding('ours', ours), explainDecoding('theirs', theirs)],
    ...explainSharedSecret({ ...agreement, ecdhX, sharedSecret }),
  })
  trace.keys(explainKeys({ magic, sharedSecret, prk, expanded, keys, role }))
  return keys
}
