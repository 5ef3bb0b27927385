/** A clock that the test moves, sockets that the test holds the other end of, a web that it makes up. */

import { createHash } from 'node:crypto'
import { Networks } from '@v2scope/bip324'
import * as fastCode from '@v2scope/bip324/fast'
import * as labCode from '@v2scope/lab'
import type { RecordingLevel, SessionSettings } from '@v2scope/recording'
import * as fileCode from '@v2scope/recording/file'
import { vi } from 'vitest'
import type { FromWorker, ToWorker } from '../../src/session/contract.js'
import * as eavesdropperCode from '../../src/session/eavesdropper.js'
import type {
  RelaySocket,
  RelaySocketHandlers,
  SessionEnvironment,
} from '../../src/session/environment.js'
import * as finderCode from '../../src/session/finder.js'
import * as inboundCode from '../../src/session/inbound.js'
import * as detailsCode from '../../src/session/item-details.js'
import type { LazyCode } from '../../src/session/lazy-code.js'
import * as probeCode from '../../src/session/relay-probe.js'
import * as sessionFilesCode from '../../src/session/session-files.js'
import { SessionHost } from '../../src/session/session-host.js'
import * as simulationCode from '../../src/session/simulated-driver.js'
import * as studiesCode from '../../src/session/study-runner.js'
import { unpacked } from './packed.js'

export const RELAY_URL = 'ws://bridge.test:8324/relay/mine'
export const OPENING = JSON.stringify({
  type: 'open',
  id: 'abc',
  target: 'mine',
  remote: '127.0.0.1:18444',
  local: '127.0.0.1:50001',
})

export const SETTINGS: SessionSettings = {
  peer: 'simulated',
  seed: 'a test',
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
}

/** Random enough for a test, and the same every time. */
export function seededRandom(seed: string) {
  let n = 0
  return (length: number): Uint8Array => {
    const out = new Uint8Array(length)
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${seed}/${n++}`).digest()
      out.set(block.subarray(0, length - at), at)
    }
    return out
  }
}

export class FakeSocket implements RelaySocket {
  readonly url: string
  readonly protocols: readonly string[]
  readonly handlers: RelaySocketHandlers
  readonly sent: Uint8Array[] = []
  bufferedAmount = 0
  isClosed = false

  constructor(url: string, protocols: readonly string[], handlers: RelaySocketHandlers) {
    this.url = url
    this.protocols = protocols
    this.handlers = handlers
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }

  close(): void {
    this.isClosed = true
  }

  say(frame: string | Uint8Array): void {
    this.handlers.onFrame(typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer)
  }

  end(code: number, reason = ''): void {
    this.handlers.onClose(code, reason)
  }
}

interface Timer {
  readonly at: number
  readonly action: () => void
}

export class TestWorld implements SessionEnvironment {
  readonly sockets: FakeSocket[] = []
  /** What answers, by URL; all others reject, as where nothing listens. */
  readonly web = new Map<string, { status: number; text: string }>()
  readonly asked: string[] = []
  /** The last ticket that was shown, by URL. */
  readonly bearers = new Map<string, string | undefined>()
  readonly random: (length: number) => Uint8Array
  #now = 5000
  #timers: Timer[] = []

  constructor(seed = 'world') {
    this.random = seededRandom(seed)
  }

  now = () => this.#now
  unixTime = () => 1_700_000_000

  after = (ms: number, action: () => void) => {
    const timer = { at: this.#now + ms, action }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  soon = (action: () => void) => action()

  openSocket = (url: string, protocols: readonly string[], handlers: RelaySocketHandlers) => {
    const socket = new FakeSocket(url, protocols, handlers)
    this.sockets.push(socket)
    return socket
  }

  get = async (url: string, bearer?: string) => {
    this.asked.push(url)
    this.bearers.set(url, bearer)
    const answer = this.web.get(url)
    if (!answer) throw new TypeError('fetch failed')
    return answer
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  /** Lets time pass, timer by timer. */
  advance(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.action()
    }
    this.#now = end
  }

  /** Lets promises settle that wait for nothing but each other. */
  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) await Promise.resolve()
  }
}

type Batch = Extract<FromWorker, { type: 'batch' }>

/** Code that is there from the start. */
export const PRESENT_CODE: LazyCode = {
  simulation: () => simulationCode,
  fast: () => fastCode,
  lab: () => labCode,
  file: () => fileCode,
  details: () => detailsCode,
  studies: () => studiesCode,
  eavesdropper: () => eavesdropperCode,
  inbound: () => inboundCode,
  finder: () => finderCode,
  probe: () => probeCode,
  sessionFiles: () => sessionFilesCode,
}

/** The worker's logic in a test's world. Messages are cloned on the way, as between threads. */
export class TestWorker {
  readonly messages: FromWorker[] = []
  readonly world: TestWorld
  readonly #host: SessionHost
  #onMessage: (message: FromWorker) => void = () => {}

  constructor(world: TestWorld, code = PRESENT_CODE) {
    this.world = world
    const post = (message: FromWorker) => {
      const cloned = structuredClone(message)
      this.messages.push(cloned)
      this.#onMessage(cloned)
    }
    this.#host = new SessionHost({ environment: world, code, post })
  }

  post(message: ToWorker): void {
    this.#host.handle(structuredClone(message))
  }

  listen(onMessage: (message: FromWorker) => void): void {
    this.#onMessage = onMessage
  }

  start(settings: Partial<SessionSettings> = {}, session = 1): void {
    const relayUrl = RELAY_URL
    this.post({ type: 'start', session, settings: { ...SETTINGS, ...settings }, relayUrl })
  }

  batches(session = 1): Batch[] {
    return this.messages.filter(
      (message): message is Batch => message.type === 'batch' && message.session === session,
    )
  }

  items(session = 1) {
    return this.batches(session).flatMap(({ items }) => unpacked(items))
  }

  keyEvents(session = 1) {
    return this.batches(session).flatMap(({ keyEvents }) => keyEvents)
  }

  rekeys(session = 1) {
    return this.batches(session).flatMap(({ rekeys }) => rekeys)
  }

  status(session = 1) {
    const status = this.batches(session).at(-1)?.status
    if (!status) throw new Error('nothing was posted')
    return status
  }

  /** The answer to what is asked now, whenever it comes. */
  async answer<T extends FromWorker['type']>(
    message: ToWorker,
    ...types: readonly T[]
  ): Promise<Extract<FromWorker, { type: T }>> {
    const before = this.messages.length
    this.post(message)
    return vi.waitFor(() => {
      const isAnswer = (answer: FromWorker): answer is Extract<FromWorker, { type: T }> =>
        types.some((type) => type === answer.type)
      const answer = this.messages.slice(before).find(isAnswer)
      if (!answer) throw new Error(`no ${types.join(' or ')}`)
      return answer
    })
  }

  save(level: RecordingLevel, view = {}, session = 1) {
    return this.answer({ type: 'save', session, level, view }, 'saved', 'not_made')
  }

  /** The file of a session. */
  async saved(level: RecordingLevel, view = {}, session = 1) {
    const answer = await this.save(level, view, session)
    if (answer.type !== 'saved') throw new Error(answer.message)
    return answer
  }

  open(file: Blob, session: number) {
    return this.answer({ type: 'open', session, file }, 'opened', 'not_opened')
  }

  /** Opens a file that can't be cloned: a stand-in for one. */
  async openAsIs(file: Blob, session: number) {
    this.#host.handle({ type: 'open', session, file })
    return this.answer({ type: 'detail', session: 0, seq: 0 }, 'opened', 'not_opened')
  }

  detail(seq: number, session = 1) {
    this.post({ type: 'detail', session, seq })
    const answer = this.messages.at(-1)
    if (answer?.type !== 'detail') throw new Error('no answer')
    return answer.detail
  }
}

/** Something that takes bytes and puts out bytes, at the far end of a relay. */
export interface FarEnd {
  receive(bytes: Uint8Array): unknown
  takeOutput(): Uint8Array | readonly { readonly bytes: Uint8Array }[]
}

/** Opens a relay whose far end is this peer; the function carries bytes until none are left. */
export function behindRelay(world: TestWorld, peer: FarEnd): () => void {
  const { socket } = world
  const fromPeer = () => {
    const output = peer.takeOutput()
    return output instanceof Uint8Array ? [output] : output.map(({ bytes }) => bytes)
  }
  socket.say(OPENING)
  return () => {
    for (;;) {
      const up = socket.sent.splice(0)
      for (const bytes of up) peer.receive(bytes)
      const down = fromPeer().filter(({ length }) => length > 0)
      for (const bytes of down) socket.say(bytes)
      if (up.length + down.length === 0) return
    }
  }
}
