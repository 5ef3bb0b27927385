/** Two peers and a wire between them, on a clock that the test moves. */

import { createHash } from 'node:crypto'
import { Networks } from '@v2scope/bip324'
import { Peer, type PeerEvent, type PeerOptions } from '../src/index.js'

/** Random enough for a test, and the same every time. */
export function seededRandom(seed: string) {
  let n = 0
  return (length: number) => {
    const out = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      out.set(
        createHash('sha256')
          .update(`${seed}/${n++}`)
          .digest()
          .subarray(0, length - at),
        at,
      )
    }
    return out
  }
}

export class TestClock {
  ms = 1000
  readonly now = () => this.ms
}

export interface Side {
  readonly peer: Peer
  readonly events: PeerEvent[]
  types(): string[]
}

export function newSide(clock: TestClock, options: Partial<PeerOptions> = {}): Side {
  const events: PeerEvent[] = []
  const peer = new Peer({
    role: 'initiator',
    magic: Networks.regtest.magic,
    random: seededRandom(options.role ?? 'initiator'),
    now: clock.now,
    unixTime: () => 1_700_000_000,
    ...options,
    onEvent: (event) => events.push(event),
  })
  return { peer, events, types: () => events.map((event) => event.type) }
}

/** Carries bytes both ways until none are left. Says how many bytes there were. */
export function carry(a: Side, b: Side): number {
  let carried = 0
  for (;;) {
    const fromA = a.peer.takeOutput()
    const fromB = b.peer.takeOutput()
    if (fromA.length + fromB.length === 0) return carried
    for (const { bytes } of fromA) b.peer.receive(bytes)
    for (const { bytes } of fromB) a.peer.receive(bytes)
    carried += [...fromA, ...fromB].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }
}

/** Both sides, connected and through version and verack. */
export function connectedPair(clock: TestClock, ours: Partial<PeerOptions> = {}, theirs = {}) {
  const a = newSide(clock, ours)
  const b = newSide(clock, { role: 'responder', ...theirs })
  carry(a, b)
  return { a, b }
}
