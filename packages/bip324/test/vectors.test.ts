import { expect, it } from 'vitest'
import { describeVectors, type Vector } from '../../../test/support/vectors.js'
import {
  deriveSessionKeys,
  ellswiftDecode,
  ellswiftEcdhXonly,
  fromHex,
  PacketCipher,
  type Role,
  toHex,
  v2Ecdh,
  type XswiftecCase,
  xswiftec,
  xswiftecInv,
} from '../src/index.js'
import { opposite } from './support/sessions.js'

const CASES: readonly XswiftecCase[] = [0, 1, 2, 3, 4, 5, 6, 7]

/** A column's value; a column that isn't there is a mistake of the test. */
function column(row: Vector, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`no column ${name}`)
  return value
}
const bytes = (row: Vector, name: string) => fromHex(column(row, name))

describeVectors("the BIP's vectors of decoding (K5)", (load) => {
  it('are all there', () => expect(load('ellswift_decode')).toHaveLength(76))

  it.each(load('ellswift_decode'))('$ellswift ($comment)', (row) => {
    expect(toHex(ellswiftDecode(bytes(row, 'ellswift')))).toBe(column(row, 'x'))
  })
})

describeVectors("the BIP's vectors of encoding (K6)", (load) => {
  it('are all there', () => expect(load('xswiftec_inv')).toHaveLength(32))

  it.each(load('xswiftec_inv'))('u = $u, x = $x', (row) => {
    const [x, u] = [bytes(row, 'x'), bytes(row, 'u')]
    for (const which of CASES) {
      const t = xswiftecInv(x, u, which)
      expect(t === undefined ? '' : toHex(t), `case ${which}`).toBe(column(row, `case${which}_t`))
      if (t !== undefined) expect(toHex(xswiftec(u, t))).toBe(column(row, 'x'))
    }
  })
})

describeVectors("the BIP's vectors of packets (K1–K3, C1–C3, P1)", (load) => {
  it('are all there', () => expect(load('packet_encoding')).toHaveLength(7))

  const sessions = load('packet_encoding').map((row) => {
    const role: Role = column(row, 'in_initiating') === '1' ? 'initiator' : 'responder'
    const secret = v2Ecdh(
      bytes(row, 'in_priv_ours'),
      bytes(row, 'in_ellswift_theirs'),
      bytes(row, 'in_ellswift_ours'),
      role,
    )
    return { index: Number(column(row, 'in_idx')), role, row, secret }
  })
  const mainnet = fromHex('f9beb4d9')

  it.each(sessions)('packet $index of the $role: keys and every step to them', (session) => {
    const { row, role, secret } = session
    const theirs = bytes(row, 'in_ellswift_theirs')
    expect(toHex(ellswiftDecode(bytes(row, 'in_ellswift_ours')))).toBe(column(row, 'mid_x_ours'))
    expect(toHex(ellswiftDecode(theirs))).toBe(column(row, 'mid_x_theirs'))
    const ecdhX = ellswiftEcdhXonly(theirs, bytes(row, 'in_priv_ours'))
    expect(toHex(ecdhX)).toBe(column(row, 'mid_x_shared'))
    expect(toHex(secret)).toBe(column(row, 'mid_shared_secret'))
    const keys = deriveSessionKeys(secret, mainnet, role)
    const [initiator, responder] =
      role === 'initiator'
        ? [[keys.sendL, keys.sendP] as const, [keys.recvL, keys.recvP] as const]
        : [[keys.recvL, keys.recvP] as const, [keys.sendL, keys.sendP] as const]
    expect({
      mid_initiator_l: toHex(initiator[0]),
      mid_initiator_p: toHex(initiator[1]),
      mid_responder_l: toHex(responder[0]),
      mid_responder_p: toHex(responder[1]),
      mid_send_garbage_terminator: toHex(keys.sendGarbageTerminator),
      mid_recv_garbage_terminator: toHex(keys.recvGarbageTerminator),
      out_session_id: toHex(keys.sessionId),
    }).toEqual(
      Object.fromEntries(
        Object.entries(row).filter(([name]) => /^mid_.*_(l|p|terminator)$|session_id/.test(name)),
      ),
    )
  })

  it.each(sessions)(
    'packet $index of the $role: its bytes, and what the other side reads',
    (s) => {
      const { row, role, secret } = s
      const ours = deriveSessionKeys(secret, mainnet, role)
      const mirrored = deriveSessionKeys(secret, mainnet, opposite(role))
      const sender = new PacketCipher(ours.sendL, ours.sendP)
      const receiver = new PacketCipher(mirrored.recvL, mirrored.recvP)
      const read = (packet: Uint8Array, aad?: Uint8Array) => {
        const length = receiver.decryptLength(packet.subarray(0, 3))
        return { length, opened: receiver.decrypt(packet.subarray(3), aad) }
      }
      for (let i = 0; i < s.index; i++) read(sender.encrypt(new Uint8Array(0)))

      const one = bytes(row, 'in_contents')
      const contents = new Uint8Array(one.length * Number(column(row, 'in_multiply')))
      for (let at = 0; at < contents.length; at += one.length) contents.set(one, at)
      const [ignore, aad] = [column(row, 'in_ignore') === '1', bytes(row, 'in_aad')]
      const packet = sender.encrypt(contents, { ignore, aad })

      const whole = column(row, 'out_ciphertext')
      const end = column(row, 'out_ciphertext_endswith')
      if (whole !== '') expect(toHex(packet)).toBe(whole)
      else expect(toHex(packet.subarray(-end.length / 2))).toBe(end)
      expect(whole + end).not.toBe('')
      const { length, opened } = read(packet, aad)
      expect(length).toBe(contents.length)
      expect(opened?.ignore).toBe(ignore)
      expect(Buffer.compare(opened?.contents ?? one, contents)).toBe(0)
    },
    60_000,
  )
})
