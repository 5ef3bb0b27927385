/**
 * A setup of vitest's: whatever a test has from the package's entry is computed by the fast core, so that
 * the same tests hold it to the same.
 */

import { vi } from 'vitest'
import { toBytes32, toEllswiftPubkey } from '../../src/bytes.js'
import { type FastCore, fastCore } from '../../src/fast/index.js'
import type * as Entry from '../../src/index.js'
import { hashEcdhX } from '../../src/shared-secret.js'

function started(): FastCore {
  const core = fastCore()
  if (core) return core
  throw new Error('the fast core does not start here')
}

vi.mock('../../src/index.js', async (original) => {
  const reference = await original<typeof Entry>()
  const core = started()
  const { V2Transport, concatBytes, taggedHash } = reference
  return {
    ...reference,
    ...core,
    V2Transport: class extends V2Transport {
      constructor(options: Entry.V2TransportOptions) {
        super(options && { core, ...options })
      }
    },
    PacketCipher: class {
      constructor(...[keyL, keyP, onRekey]: Parameters<typeof core.directionCipher>) {
        // biome-ignore lint/correctness/noConstructorReturn: what takes its place
        return core.directionCipher(keyL, keyP, onRekey)
      }
    },
    taggedHash: (tag: string, data: Uint8Array) => taggedHash(tag, data, core.hashes),
    deriveSessionKeys: (secret: Uint8Array, magic: Uint8Array, role: Entry.Role) =>
      reference.deriveSessionKeys(secret, magic, role, core.hashes),
    xswiftec: (u: Uint8Array, t: Uint8Array) => core.ellswiftDecode(concatBytes(u, t)),
    v2Ecdh: (key: Uint8Array, theirs: Uint8Array, ours: Uint8Array, role: Entry.Role) =>
      hashEcdhX(
        toBytes32(core.ellswiftEcdhXonly(theirs, key)),
        theirs,
        toEllswiftPubkey(ours),
        role,
        core.hashes,
      ),
  }
})
