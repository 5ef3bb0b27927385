/** The baseline is measured, so it has to be right: held to the implementation that the vectors hold. */
import { deriveSessionKeys, Networks, PacketCipher, toHex, v2Ecdh } from '@v2scope/bip324'
import { describe, expect, it } from 'vitest'
import { baselineKeys } from '../contenders/baseline-keys.js'
import { BaselinePackets } from '../contenders/baseline-packets.js'
import { seededBytes } from '../contenders/random.js'

const L = seededBytes(32, 5)
const P = seededBytes(32, 6)
const SIZES = [0, 1, 15, 16, 17, 32, 63, 64, 65, 1_000, 100_000]

describe('the packets of the baseline (C1–C3)', () => {
  it('are those of the reference, to the byte, across three changes of keys', () => {
    const baseline = new BaselinePackets({ L, P })
    const reference = new PacketCipher(L, P)
    for (let n = 0; n < 700; n++) {
      const contents = seededBytes(n % 50, n)
      expect(toHex(baseline.seal(contents))).toBe(toHex(reference.encrypt(contents)))
    }
  })

  it('are those of the reference at every size, with an AAD and without', () => {
    for (const size of SIZES) {
      const contents = seededBytes(size, size)
      const aad = seededBytes(size % 40, 9)
      const sealed = new BaselinePackets({ L, P }).seal(contents, aad)
      expect(sealed).toEqual(new PacketCipher(L, P).encrypt(contents, { aad }))
    }
  })

  it('open again, one after the other, and not where a bit is wrong', () => {
    const reference = new PacketCipher(L, P)
    const packets = SIZES.map((size) => reference.encrypt(seededBytes(size, size)))
    const baseline = new BaselinePackets({ L, P })
    let rest: Uint8Array = Uint8Array.from(packets.flatMap((packet) => [...packet]))
    for (const size of SIZES) {
      const opened = baseline.open(rest)
      expect(opened.contents).toEqual(seededBytes(size, size))
      rest = opened.rest
    }
    expect(rest).toHaveLength(0)
    const bent = new PacketCipher(L, P).encrypt(seededBytes(32, 1))
    bent[20] = (bent[20] ?? 0) ^ 1
    expect(() => new BaselinePackets({ L, P }).open(bent)).toThrow()
  })
})

describe('the keys of the baseline (K1–K3)', () => {
  it('are those of the reference', async () => {
    const exchange = await baselineKeys.load()
    if (!exchange) throw new Error('there is no baseline')
    const { magic } = Networks.mainnet
    const [ours, theirs] = [exchange.create(), exchange.create()]
    const secret = exchange.ecdh(ours, theirs.ellswift)
    expect(secret).toEqual(v2Ecdh(ours.privateKey, theirs.ellswift, ours.ellswift, 'initiator'))
    expect(secret).toEqual(v2Ecdh(theirs.privateKey, ours.ellswift, theirs.ellswift, 'responder'))
    const wanted = deriveSessionKeys(secret, magic, 'initiator')
    const derived = exchange.derive(secret, magic)
    expect(derived.sessionId).toEqual(wanted.sessionId)
    expect(derived.initiatorL).toEqual(wanted.sendL)
    expect(derived.initiatorP).toEqual(wanted.sendP)
    expect(derived.responderL).toEqual(wanted.recvL)
    expect(derived.responderP).toEqual(wanted.recvP)
    expect(toHex(derived.garbageTerminators)).toBe(
      toHex(wanted.sendGarbageTerminator) + toHex(wanted.recvGarbageTerminator),
    )
  })
})
