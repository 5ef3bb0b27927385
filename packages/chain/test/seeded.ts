/** Random enough for a test, and the same every time. */

import { createHash } from 'node:crypto'

export function seeded(seed: string) {
  let calls = 0
  return (length: number): Uint8Array => {
    calls += 1
    return Uint8Array.from(
      createHash('shake256', { outputLength: Math.max(1, length) })
        .update(`${seed}/${calls}`)
        .digest(),
    ).subarray(0, length)
  }
}
