/** What a slow or stalling peer can cost: work and memory are counted, not timed (H5, P3, P4). */

import { describe, expect, it } from 'vitest'
import { GarbageScanner } from '../src/garbage-scanner.js'
import { GrowingBuffer } from '../src/growing-buffer.js'
import { deriveSessionKeys, encodeContents, PacketCipher } from '../src/index.js'
import { PacketReader } from '../src/packet-reader.js'
import { cut, type Fragmentation } from './support/fragments.js'
import { bytesOf } from './support/random.js'
import { MAGIC, ROLES, sessionWith } from './support/sessions.js'

/** Where `set`, `slice` and `every` of all typed arrays are. */
const typedArray: Uint8Array = Object.getPrototypeOf(Uint8Array.prototype)

/** Counts bytes that are copied, and comparisons that are begun, while something runs. */
function counting(run: () => void): { copied: number; compared: number } {
  const counts = { copied: 0, compared: 0 }
  const { set, slice, every } = typedArray
  Object.assign(typedArray, {
    set(this: Uint8Array, from: ArrayLike<number>, at?: number) {
      counts.copied += from.length
      set.call(this, from, at)
    },
    slice(this: Uint8Array, start?: number, end?: number) {
      const copy = slice.call(this, start, end)
      counts.copied += copy.length
      return copy
    },
    every(this: Uint8Array, ...test: Parameters<typeof every>) {
      counts.compared += 1
      return every.apply(this, test)
    },
  })
  try {
    run()
  } finally {
    Object.assign(typedArray, { set, slice, every })
  }
  return counts
}

describe('the search for the terminator (H5)', () => {
  const terminator = bytesOf(16)

  function scanAll(pieces: readonly Uint8Array[]) {
    const scanner = new GarbageScanner(terminator)
    return counting(() => {
      for (const piece of pieces) scanner.scan(piece)
    })
  }

  it.each<[string, Fragmentation]>([
    ['whole', []],
    ['byte by byte', [1]],
    ['in pieces', [3, 17, 100]],
  ])('looks once at each offset of garbage that comes %s', (_, sizes) => {
    const { compared, copied } = scanAll(cut(bytesOf(4111), sizes))
    expect(compared).toBe(4111 - 15)
    expect(copied).toBeLessThanOrEqual(3 * 4111)
  })

  it('costs no more for garbage that is all like the terminator', () => {
    const hard = new Uint8Array(4111).map((_, i) => terminator[i % 15] ?? 0)
    expect(scanAll(cut(hard, [1])).compared).toBe(4111 - 15)
  })

  it('holds 4111 bytes at most, whatever comes', () => {
    const scanner = new GarbageScanner(terminator)
    for (const piece of cut(new Uint8Array(100_000), [999])) scanner.scan(piece)
    expect(scanner.searched.buffer.byteLength).toBe(4111)
  })
})

describe('a buffer that grows', () => {
  it.each([0, 1, 3, 255, 256, 257, 4111, 100_000])('of %i never holds more than that', (size) => {
    const buffer = new GrowingBuffer(size)
    for (const piece of cut(new Uint8Array(size + 50), [97])) {
      const before = buffer.length
      expect(buffer.fill(piece)).toBe(Math.min(piece.length, size - before))
      const capacity = buffer.peek().buffer.byteLength
      expect(capacity).toBeLessThanOrEqual(Math.min(size, Math.max(256, 2 * buffer.length)))
    }
    expect([buffer.isFull, buffer.length]).toEqual([true, size])
  })

  it('copies each byte a bounded number of times, byte by byte too', () => {
    const buffer = new GrowingBuffer(1_000_000)
    const one = Uint8Array.of(1)
    const { copied } = counting(() => {
      for (let i = 0; i < 1_000_000; i++) buffer.fill(one)
    })
    expect(copied).toBeLessThanOrEqual(3 * 1_000_000)
  })
})

describe('a half-received packet (P4)', () => {
  const LONGEST = 4_000_013
  const ciphers = () => {
    const keys = (role: 'initiator' | 'responder') => deriveSessionKeys(bytesOf(32), MAGIC, role)
    const [ours, theirs] = [keys('initiator'), keys('responder')]
    return {
      sender: new PacketCipher(ours.sendL, ours.sendP),
      receiver: new PacketCipher(theirs.recvL, theirs.recvP),
    }
  }

  it('takes memory as it comes, not as it is announced, and its own length at most', () => {
    const { sender, receiver } = ciphers()
    const packet = sender.encrypt(new Uint8Array(LONGEST))
    const reader = new PacketReader(receiver, LONGEST)
    let received = 0
    for (const piece of cut(packet, [3, 1, 2000, 50_000])) {
      const { result } = reader.read(piece, new Uint8Array(0))
      received += piece.length
      const capacity = reader.pending.sealed.buffer.byteLength
      expect(capacity).toBeLessThanOrEqual(Math.min(packet.length, 2 * received + 256))
      expect(result.read).toBe(received === packet.length ? 'packet' : 'nothing yet')
    }
    expect(reader.pending).toMatchObject({ size: 0, lengthField: new Uint8Array(0) })
  })

  it('of 4,000,013 bytes is copied a bounded number of times, byte by byte', () => {
    const { sender, receiver } = ciphers()
    const packet = sender.encrypt(new Uint8Array(LONGEST))
    const reader = new PacketReader(receiver, LONGEST)
    const nothing = new Uint8Array(0)
    let last = ''
    const { copied } = counting(() => {
      for (let i = 0; i < packet.length; i++) {
        last = reader.read(packet.subarray(i, i + 1), nothing).result.read
      }
    })
    expect(last).toBe('packet')
    expect(copied).toBeGreaterThanOrEqual(packet.length)
    expect(copied).toBeLessThanOrEqual(5 * packet.length)
  })

  it.each(ROLES)('comes byte by byte to a transport too, as %s (H8, P3)', (role) => {
    const session = sessionWith(role)
    const contents = encodeContents('block', new Uint8Array(LONGEST - 13), 'long')
    session.peer.send({ contents })
    const wire = session.peer.takeOutput()
    const { transport } = session
    for (let i = 0; i < wire.length - 1; i++) {
      if (transport.receive(wire.subarray(i, i + 1)).length > 0) expect.fail(`early, at ${i}`)
    }
    expect(transport.receive(wire.subarray(-1))).toMatchObject([{ messageType: 'block' }])
  })

  it('that is too large is refused before any of it is kept (P3)', () => {
    const { sender, receiver } = ciphers()
    const reader = new PacketReader(receiver, 100)
    const packet = sender.encrypt(new Uint8Array(5000))
    const { taken, result } = reader.read(packet, new Uint8Array(0))
    expect([taken, result]).toEqual([3, { read: 'too large', length: 5000 }])
    expect(reader.pending.sealed.buffer.byteLength).toBe(0)
  })
})

it('takes input no later change of which reaches what waits (H8)', () => {
  const session = sessionWith('initiator')
  session.peer.send({ contents: encodeContents('ping', bytesOf(8)) })
  const wire = session.peer.takeOutput()
  const first = wire.slice(0, 20)
  session.transport.receive(first)
  first.fill(0)
  expect(session.transport.receive(wire.subarray(20))).toMatchObject([{ messageType: 'ping' }])
})
