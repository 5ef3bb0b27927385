/** What the compiled code leaves in its memory: nothing, once it is told to forget (K4). */

import { expect, it } from 'vitest'
import { toBytes32, toEllswiftPubkey } from '../../src/bytes.js'
import { CompiledCurve } from '../../src/fast/curve.js'
import { CompiledHashes } from '../../src/fast/hashes.js'
import { Heap } from '../../src/fast/heap.js'
import { CompiledPacketCipher } from '../../src/fast/packet-cipher.js'
import { startCompiled } from '../../src/fast/web-assembly.js'
import { toPrivateKey } from '../../src/private-key.js'
import { bytesOf } from '../support/random.js'

function freshHeap(): Heap {
  const code = startCompiled()
  if (!code) throw new Error('the fast core does not start here')
  return new Heap(code)
}

/** Whether the memory is as it was when the code was started; what it has grown by is all zeros. */
function isForgotten({ bytes }: Heap): boolean {
  const fresh = freshHeap().bytes
  return (
    Buffer.compare(bytes.subarray(0, fresh.length), fresh) === 0 &&
    bytes.subarray(fresh.length).every((byte) => byte === 0)
  )
}

const holds = (heap: Heap, secret: Uint8Array) =>
  Buffer.from(heap.bytes.buffer).includes(Buffer.from(secret))

it('no key and no packet, once a cipher is wiped', () => {
  const heap = freshHeap()
  const [L, P, contents] = [bytesOf(32, 'L'), bytesOf(32, 'P'), bytesOf(500_000)]
  const cipher = new CompiledPacketCipher(heap, L, P)
  for (let n = 0; n < 230; n++) cipher.encrypt(contents.subarray(0, n), { aad: bytesOf(300) })
  cipher.encrypt(contents)
  cipher.decrypt(bytesOf(2000))
  expect(isForgotten(heap)).toBe(false)
  cipher.wipe()
  expect(isForgotten(heap)).toBe(true)
})

it('no key of an epoch that is over', () => {
  const heap = freshHeap()
  const keys: Uint8Array[] = []
  const note = ({ oldKey }: { readonly oldKey: Uint8Array }) => keys.push(oldKey)
  const cipher = new CompiledPacketCipher(heap, bytesOf(32, 'L'), bytesOf(32, 'P'), {
    L: note,
    P: note,
  })
  for (let n = 0; n < 500; n++) {
    cipher.encrypt(new Uint8Array(5))
    for (const key of keys) expect(holds(heap, key)).toBe(false)
  }
  expect(keys).toHaveLength(4)
})

it('nothing of a private key or of a shared point, after each operation on the curve', () => {
  const heap = freshHeap()
  const curve = new CompiledCurve(heap)
  const key = toPrivateKey(bytesOf(32, 'key'))
  const ellswift = toEllswiftPubkey(bytesOf(64))
  const x = curve.publicX(key)
  expect(isForgotten(heap)).toBe(true)
  curve.ecdhX(ellswift, key)
  expect(isForgotten(heap)).toBe(true)
  curve.decode(ellswift)
  expect(isForgotten(heap)).toBe(true)
  const tFor = curve.inverterOf(x)
  for (let which = 0; which < 8; which++) tFor(toBytes32(bytesOf(32)), which)
  expect(isForgotten(heap)).toBe(true)
})

it('nothing of what was hashed', () => {
  const heap = freshHeap()
  const { sha256, hmacSha256 } = new CompiledHashes(heap)
  sha256(bytesOf(200))
  expect(isForgotten(heap)).toBe(true)
  hmacSha256(bytesOf(32), bytesOf(100))
  expect(isForgotten(heap)).toBe(true)
})
