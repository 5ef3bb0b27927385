// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserEnvironment, secureRandom } from '../../src/session/browser-environment.js'
import type { ToWorker } from '../../src/session/contract.js'
import { workerPort } from '../../src/session/open-session.js'
import { SETTINGS } from './test-world.js'

afterEach(() => vi.unstubAllGlobals())

class StubSocket {
  static readonly OPEN = 1
  static latest: StubSocket
  readyState = 0
  bufferedAmount = 7
  binaryType = 'blob'
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  readonly sent: Uint8Array[] = []
  isClosed = false

  readonly url: string
  readonly protocols: readonly string[]

  constructor(url: string, protocols: readonly string[]) {
    this.url = url
    this.protocols = protocols
    StubSocket.latest = this
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }

  close(): void {
    this.isClosed = true
  }
}

describe('the browser', () => {
  it('gives more random bytes than crypto gives at once', () => {
    expect(secureRandom(0)).toHaveLength(0)
    const bytes = secureRandom(200_000)
    expect(bytes).toHaveLength(200_000)
    expect(new Set(bytes.subarray(-1000)).size).toBeGreaterThan(50)
  })

  it('opens a WebSocket of array buffers under the one subprotocol', () => {
    vi.stubGlobal('WebSocket', StubSocket)
    const frames: unknown[] = []
    const ends: unknown[] = []
    const socket = browserEnvironment.openSocket('ws://h/relay/demo', ['v2scope.relay.1'], {
      onFrame: (data) => frames.push(data),
      onClose: (code, reason) => ends.push([code, reason]),
    })
    const stub = StubSocket.latest
    expect(stub).toMatchObject({
      url: 'ws://h/relay/demo',
      protocols: ['v2scope.relay.1'],
      binaryType: 'arraybuffer',
    })
    socket.send(Uint8Array.of(1))
    expect(stub.sent).toEqual([])
    stub.readyState = StubSocket.OPEN
    socket.send(Uint8Array.of(1, 2, 3).subarray(1))
    expect(stub.sent).toEqual([Uint8Array.of(2, 3)])
    expect(socket.bufferedAmount).toBe(7)
    stub.onmessage?.({ data: 'text' })
    stub.onclose?.({ code: 4404, reason: 'none' })
    expect(frames).toEqual(['text'])
    expect(ends).toEqual([[4404, 'none']])
    socket.close()
    expect(stub.isClosed).toBe(true)
  })

  it('cancels what was to happen later', () => {
    vi.useFakeTimers()
    const action = vi.fn()
    browserEnvironment.after(10, action)()
    browserEnvironment.after(10, action)
    vi.advanceTimersByTime(20)
    expect(action).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })
})

describe('the worker', () => {
  it('answers what the page posts', async () => {
    const posted: unknown[] = []
    const scope = { postMessage: (message: unknown) => posted.push(message), onmessage: null }
    vi.stubGlobal('self', scope)
    await import('../../src/session/worker.js')
    const handler: unknown = scope.onmessage
    if (typeof handler !== 'function') throw new Error('the worker does not listen')
    const start: ToWorker = { type: 'start', session: 1, settings: SETTINGS, relayUrl: '' }
    handler({ data: start })
    await vi.waitFor(() => expect(posted[0]).toMatchObject({ type: 'batch', session: 1 }))
    handler({ data: { type: 'stop' } satisfies ToWorker })
  })

  it('is spoken to through a port', async () => {
    const posted: unknown[] = []
    const worker = Object.assign(new EventTarget(), {
      onmessage: null as Worker['onmessage'],
      onerror: null as Worker['onerror'],
      onmessageerror: null,
      terminate: () => {},
      postMessage: (message: unknown) => posted.push(message),
    })
    const port = workerPort(worker)
    const heard: unknown[] = []
    port.listen(
      (message) => heard.push(message),
      (error) => heard.push(error),
    )
    port.post({ type: 'ping' })
    expect(posted).toEqual([{ type: 'ping' }])
    const say = (data: string) =>
      worker.onmessage?.call(worker, new MessageEvent('message', { data }))
    say('batch')
    say('detail')
    expect(heard).toEqual([])
    await vi.waitFor(() => expect(heard).toEqual(['batch', 'detail']))
    worker.onerror?.call(worker, new ErrorEvent('error', { message: '' }))
    expect(heard.at(-1)).toBe('it could not be loaded')
  })
})
