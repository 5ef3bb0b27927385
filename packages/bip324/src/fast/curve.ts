/** BIP324 §ElligatorSwift encoding of curve X coordinates and §Shared secret computation, compiled. */

import { type Bytes32, type EllswiftPubkey, type PrivateKey, toBytes32 } from '../bytes.js'
import { ELLSWIFT_PUBKEY_LEN, KEY_LEN } from '../constants.js'
import { type Curve, notOnCurve } from '../key-pair.js'
import type { Heap } from './heap.js'

/** Room for what an operation takes, before what it gives. */
const INPUT_LEN = ELLSWIFT_PUBKEY_LEN + KEY_LEN

export class CompiledCurve implements Curve {
  readonly #heap: Heap

  constructor(heap: Heap) {
    this.#heap = heap
  }

  publicX(privateKey: PrivateKey): Bytes32 {
    return this.#compute([privateKey], (at, out) => this.#heap.code.publicX(at, out))
  }

  inverterOf(x: Bytes32): (u: Bytes32, which: number) => Bytes32 | undefined {
    const { code } = this.#heap
    let isX = false
    this.#compute([x], (at) => {
      isX = code.isX(at) !== 0
    })
    if (!isX) throw notOnCurve()
    return (u, which) => {
      let hasT = false
      const t = this.#compute([x, u], (at, out) => {
        hasT = code.encode(at, at + KEY_LEN, which, out) !== 0
      })
      return hasT ? t : undefined
    }
  }

  /** The x behind 64 bytes. */
  decode(ellswift: EllswiftPubkey): Bytes32 {
    return this.#compute([ellswift], (at, out) => this.#heap.code.decode(at, out))
  }

  /** x of privateKey · the point behind 64 bytes. */
  ecdhX(ellswift: EllswiftPubkey, privateKey: PrivateKey): Bytes32 {
    return this.#compute([ellswift, privateKey], (at, out) =>
      this.#heap.code.ecdhX(at, at + ELLSWIFT_PUBKEY_LEN, out),
    )
  }

  /** Puts the inputs one behind the other, and takes 32 bytes; nothing of either is left. */
  #compute(inputs: readonly Uint8Array[], run: (at: number, out: number) => void): Bytes32 {
    const heap = this.#heap
    const at = heap.place(INPUT_LEN + KEY_LEN, 0)
    const out = at + INPUT_LEN
    let end = at
    for (const input of inputs) {
      heap.putBytes(input, end)
      end += input.length
    }
    run(at, out)
    const result = heap.bytes.slice(out, out + KEY_LEN)
    heap.forgetKeys()
    heap.bytes.fill(0, at, out + KEY_LEN)
    return toBytes32(result)
  }
}
