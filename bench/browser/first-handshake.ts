import type { KeyContender } from '../contenders/contender.js'

/** A peer's key: any 64 bytes are one. */
const THEIRS = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 11) & 0xff)
/** Mainnet's. */
const MAGIC = Uint8Array.of(0xf9, 0xbe, 0xb4, 0xd9)

/** @returns ms from the module, loaded, to the keys */
export async function firstHandshake({ load }: KeyContender): Promise<number> {
  const start = performance.now()
  const loading = load()
  const exchange = loading instanceof Promise ? await loading : loading
  if (!exchange) throw new Error('this browser lacks what it needs')
  const ours = exchange.create()
  const keys = exchange.derive(exchange.ecdh(ours, THEIRS), MAGIC)
  const took = performance.now() - start
  if (keys.sessionId.length !== 32) throw new Error('these are no keys')
  return took
}
