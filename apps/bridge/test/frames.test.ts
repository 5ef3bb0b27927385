import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Bounds } from '../src/limits.js'
import { testBridge, until } from './support/bridge.js'
import { fakeNode, readBytes } from './support/fake-node.js'
import { pageUpgrade } from './support/raw-http.js'

const OPCODE = { continuation: 0, text: 1, binary: 2, reserved: 3, close: 8, ping: 9 } as const
const FIN = 0x80
const MASKED = 0x80
const NO_MASK = Buffer.alloc(4)

interface Frame {
  readonly opcode: number
  readonly payload?: Buffer
  /** FIN and the reserved bits. Default: FIN alone. */
  readonly bits?: number
  readonly isMasked?: boolean
  /** Says so instead of the payload's length, in so many bytes. */
  readonly says?: { readonly length: bigint; readonly in: 2 | 8 }
}

/** RFC 6455 §5.2; the mask is zero, so that the payload is itself. */
function encode(frame: Frame): Buffer {
  const { opcode, payload = Buffer.alloc(0), bits = FIN, isMasked = true, says } = frame
  const mask = isMasked ? MASKED : 0
  const length = says ?? { length: BigInt(payload.length), in: payload.length < 126 ? 1 : 2 }
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(length.length)
  const head =
    length.in === 1
      ? [mask | payload.length]
      : [mask | (length.in === 2 ? 126 : 127), ...long.subarray(8 - length.in)]
  return Buffer.concat([
    Buffer.from([bits | opcode, ...head]),
    isMasked ? NO_MASK : Buffer.alloc(0),
    payload,
  ])
}

/** Splits what a server has sent into frames; all of them are short. */
function decode(bytes: Buffer): { readonly opcode: number; readonly payload: Buffer }[] {
  const frames = []
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [first = 0, second = 0] = bytes.subarray(at)
    const isLong = second === 126
    const start = at + (isLong ? 4 : 2)
    const end = start + (isLong ? bytes.readUInt16BE(at + 2) : second)
    frames.push({ opcode: first & 0x0f, payload: bytes.subarray(start, end) })
    at = end
  }
  return frames
}

/** A relay whose page can write what it likes. */
async function openRaw(limits: Partial<Bounds> = {}) {
  const node = await fakeNode()
  const bridge = await testBridge({
    targets: [node.target],
    limits: { pageCloseGrace: 200, targetCloseGrace: 200, ...limits },
  })
  const page = connect({ port: bridge.port, host: '127.0.0.1', noDelay: true })
  onTestFinished(() => {
    page.destroy()
  })
  page.on('error', () => undefined)
  const headers = Object.entries(pageUpgrade(bridge.port)).map((each) => each.join(': '))
  page.write(['GET /relay/mine HTTP/1.1', ...headers, '', ''].join('\r\n'))
  const socket = await node.accept()
  const received = receive(page)
  await until(() => received.frames().length > 0)
  return { bridge, page, socket, received }
}

function receive(page: Socket) {
  let bytes = Buffer.alloc(0)
  page.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
  })
  const frames = () => {
    const end = bytes.indexOf('\r\n\r\n')
    return end < 0 ? [] : decode(bytes.subarray(end + 4))
  }
  const closeCode = () =>
    frames()
      .find(({ opcode }) => opcode === OPCODE.close)
      ?.payload.readUInt16BE()
  return { frames, closeCode }
}

const close = (code: number, reason: Buffer | string = '') => {
  const payload = Buffer.concat([Buffer.alloc(2), Buffer.from(reason)])
  payload.writeUInt16BE(code)
  return { opcode: OPCODE.close, payload }
}

const start = (opcode: number, payload = Buffer.from('a')): Frame => ({ opcode, payload, bits: 0 })

const NO_UTF8 = Buffer.from([0xc3, 0x28])

const WRONG: readonly [name: string, code: number, frames: readonly Frame[]][] = [
  ['no mask', 1002, [{ opcode: OPCODE.binary, isMasked: false }]],
  ['the first reserved bit, of compression', 1002, [{ opcode: OPCODE.binary, bits: FIN | 0x40 }]],
  ['the second reserved bit', 1002, [{ opcode: OPCODE.binary, bits: FIN | 0x20 }]],
  ['the third reserved bit', 1002, [{ opcode: OPCODE.binary, bits: FIN | 0x10 }]],
  ['a reserved opcode', 1002, [{ opcode: OPCODE.reserved }]],
  ['a reserved opcode of control', 1002, [{ opcode: 0x0f }]],
  ['a continuation of nothing', 1002, [{ opcode: OPCODE.continuation }]],
  ['a second beginning', 1002, [start(OPCODE.binary), { opcode: OPCODE.binary }]],
  ['a ping in two fragments', 1002, [start(OPCODE.ping)]],
  ['a ping of 126 bytes', 1002, [{ opcode: OPCODE.ping, payload: Buffer.alloc(126) }]],
  ['a close frame of one byte', 1002, [{ opcode: OPCODE.close, payload: Buffer.alloc(1) }]],
  ['a close code that is none', 1002, [close(999)]],
  ['a close code that is never sent', 1002, [close(1006)]],
  ['a close reason that is no text', 1007, [close(1000, NO_UTF8)]],
  ['text', 1003, [{ opcode: OPCODE.text, payload: Buffer.from('text') }]],
  ['text that is none', 1007, [{ opcode: OPCODE.text, payload: NO_UTF8 }]],
  ['a length above the bound', 1009, [{ opcode: OPCODE.binary, says: { length: 1001n, in: 2 } }]],
  ['a length of 4 GiB', 1009, [{ opcode: OPCODE.binary, says: { length: 2n ** 32n, in: 8 } }]],
  ['a length of 2⁶³', 1009, [{ opcode: OPCODE.binary, says: { length: 2n ** 63n, in: 8 } }]],
  [
    'fragments above the bound together',
    1009,
    [start(OPCODE.binary, Buffer.alloc(600)), start(OPCODE.continuation, Buffer.alloc(401))],
  ],
  [
    'fragments without end',
    1008,
    [start(OPCODE.binary), ...Array.from({ length: 64 }, () => start(OPCODE.continuation))],
  ],
  [
    'empty fragments without end',
    1008,
    [start(OPCODE.binary), ...Array.from({ length: 64 }, () => start(0, Buffer.alloc(0)))],
  ],
]

describe('a page that sends what is wrong', () => {
  it.each(WRONG)(
    '%s: is told %i, and nothing of it gets to the node',
    async (_name, code, frames) => {
      const { bridge, page, socket, received } = await openRaw({ frameSize: 1000 })
      page.write(Buffer.concat(frames.map(encode)))
      expect(await readBytes(socket)).toHaveLength(0)
      await once(page, 'close')
      expect(received.closeCode()).toBe(code)
      await until(() => bridge.stats().relays === 0)
    },
  )

  it('a frame by single bytes: is told 1008 before they take much memory', async () => {
    const { bridge, page, received } = await openRaw({ frameChunks: 100 })
    const head = encode({ opcode: OPCODE.binary, says: { length: 100_000n, in: 8 } })
    page.write(head)
    while (!page.destroyed && received.closeCode() === undefined) {
      page.write('x')
      await new Promise(setImmediate)
    }
    expect(received.closeCode()).toBe(1008)
    await until(() => bridge.stats().relays === 0)
  })
})

describe('a page that sends what is unusual', () => {
  it('64 fragments, pings between them: is one message', async () => {
    const { page, socket, received } = await openRaw()
    const ping = { opcode: OPCODE.ping, payload: Buffer.from('still here') }
    const fragments = Array.from(
      { length: 64 },
      (_, number): Frame => ({
        opcode: number === 0 ? OPCODE.binary : OPCODE.continuation,
        payload: Buffer.of(number),
        bits: number === 63 ? FIN : 0,
      }),
    )
    page.write(Buffer.concat(fragments.flatMap((fragment) => [encode(ping), encode(fragment)])))
    expect([...(await readBytes(socket, 64))]).toEqual(fragments.map((_, number) => number))
    expect(received.closeCode()).toBe(undefined)
  })

  it('a length in more bytes than it needs: is taken', async () => {
    const { page, socket } = await openRaw()
    const payload = Buffer.from('short')
    page.write(encode({ opcode: OPCODE.binary, payload, says: { length: 5n, in: 8 } }))
    expect((await readBytes(socket, 5)).toString()).toBe('short')
  })

  it('pings without end, and no reading: is cut off', async () => {
    const { bridge, page } = await openRaw()
    const pings = encode({ opcode: OPCODE.ping, payload: Buffer.alloc(125) })
    page.pause()
    const flood = setInterval(() => {
      if (page.writable) page.write(Buffer.concat(Array(500).fill(pings)))
    }, 1)
    await until(() => bridge.stats().relays === 0)
    clearInterval(flood)
  })
})
