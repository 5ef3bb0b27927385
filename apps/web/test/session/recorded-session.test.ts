// @vitest-environment node
import { Networks } from '@v2scope/bip324'
import { DemoPeer } from '@v2scope/peer'
import { RECORDING_LEVELS } from '@v2scope/recording'
import { decodeRecording, encodeRecording, sha256Hex } from '@v2scope/recording/file'
import { simulate } from '@v2scope/recording/simulation'
import { describe, expect, it } from 'vitest'
import { failures } from '../../src/words/en/failures.js'
import { behindRelay, SETTINGS, seededRandom, TestWorker, TestWorld } from './test-world.js'

/** A simulated session in which something was asked for. */
function touched() {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ decoys: 2 })
  world.advance(3000)
  worker.post({ type: 'send_decoy', size: 300 })
  worker.post({ type: 'ask_headers' })
  world.advance(3000)
  return { world, worker }
}

function live(transport: 'v2' | 'v1' = 'v2') {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ peer: 'demo', transport })
  const { peer } = new DemoPeer({
    role: 'responder',
    magic: Networks.regtest.magic,
    random: seededRandom('far end'),
    now: world.now,
    unixTime: world.unixTime,
    onEvent: () => {},
  })
  const carry = behindRelay(world, peer)
  for (let i = 0; i < 20; i++) {
    carry()
    world.advance(100)
  }
  worker.post({ type: 'ask_headers' })
  carry()
  world.advance(20)
  return { world, worker }
}

const recordingOf = async (file: Blob) => decodeRecording(new Uint8Array(await file.arrayBuffer()))

describe.each([
  ['simulated', touched],
  ['live', live],
  ['live v1', () => live('v1')],
])('a %s session that was saved whole', (_, session) => {
  it('is shown again as it was: items, keys, standing, and every detail', async () => {
    const { world, worker } = session()
    const { file } = await worker.saved('secrets')
    expect(await worker.open(file, 2)).toMatchObject({ type: 'opened' })
    world.advance(100)
    expect(worker.items(2)).toEqual(worker.items(1))
    expect(worker.keyEvents(2)).toEqual(worker.keyEvents(1))
    const { decoySchedule, hold, relay, core, notice, isFromSeed, isSeedOver, ...standing } =
      worker.status(1)
    const closed = { ...standing, state: worker.status(2).state }
    const { closedBy: _closedBy, ...before } = closed
    expect(worker.status(2)).toEqual(before) // and nothing can be held in it
    expect(worker.items(2).length).toBeGreaterThan(10)
    for (const { seq } of worker.items(2)) {
      expect(worker.detail(seq, 2)).toEqual(worker.detail(seq, 1))
    }
  })

  it('is, saved again, the same file', async () => {
    const { world, worker } = session()
    const first = await worker.saved('decrypted', { selected: 1, field: '0.1' })
    await worker.open(first.file, 2)
    world.advance(100)
    const second = await worker.saved('decrypted', { selected: 1, field: '0.1' }, 2)
    expect(second.sha256).toBe(first.sha256)
    expect(second.name).toBe(first.name)
  })
})

describe('a recording', () => {
  it('says what it is before it shows anything', async () => {
    const { world, worker } = live()
    const { file } = await worker.saved('decrypted', { selected: 3 })
    const opened = await worker.open(file, 2)
    expect(opened).toMatchObject({
      session: 2,
      settings: { peer: 'demo', network: 'regtest' },
      facts: {
        level: 'decrypted',
        origin: 'live',
        startedAt: '2023-11-14T22:13:20.000Z',
        application: expect.stringMatching(/^v2scope /),
        view: { selected: 3 },
      },
    })
    world.advance(100)
    const told = worker.messages.filter((message) => 'session' in message && message.session === 2)
    expect(told.map(({ type }) => type).slice(0, 2)).toEqual(['opened', 'batch'])
  })

  it('ends the session before it, which can still be looked at', async () => {
    const { worker } = live()
    const { file } = await worker.saved('wire')
    await worker.open(file, 2)
    expect(worker.status(1)).toMatchObject({ state: 'closed', closedBy: 'us' })
    expect(worker.detail(worker.items(1)[0]?.seq ?? -1, 1)).toBeDefined()
  })

  it('sends nothing, and says so', async () => {
    const { world, worker } = live()
    const { file } = await worker.saved('secrets')
    await worker.open(file, 2)
    worker.post({ type: 'ping' })
    world.advance(20)
    expect(worker.status(2).notice).toEqual({
      id: 1,
      code: 'RECORDING',
      text: 'This is a recording: nothing can be sent.',
    })
    worker.post({ type: 'stop' })
    expect(worker.status(2).state).toBe('ready')
  })

  it('of the wire alone shows keys and unread bytes, all of them', async () => {
    const { world, worker } = live()
    const { file } = await worker.saved('wire')
    await worker.open(file, 2)
    world.advance(100)
    const items = worker.items(2)
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['key', 'unread bytes']))
    const bytes = (session: number) => worker.items(session).reduce((n, i) => n + i.wireBytes, 0)
    expect(bytes(2)).toBe(bytes(1))
    const unread = items.find(({ kind }) => kind === 'unread bytes')
    expect(unread?.label).toBe('unread bytes')
    expect(worker.detail(unread?.seq ?? -1, 2)?.event.type).toBe('wire_bytes')
  })

  it('keeps what to do about a failure', async () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start({ peer: 'mine' })
    world.socket.end(4404, 'no')
    world.advance(20)
    const { file } = await worker.saved('secrets')
    await worker.open(file, 2)
    expect(worker.status(2).failure).toEqual(worker.status(1).failure)
    expect(failures.advice(worker.status(2).failure?.code ?? '')).toContain('--node')
  })

  it('of many events leaves the worker time for other things', async () => {
    const { world, worker } = touched()
    for (let i = 0; i < 2500; i++) worker.post({ type: 'send_decoy', size: 0 })
    world.advance(10)
    const { file } = await worker.saved('secrets')
    await worker.open(file, 2)
    expect(worker.items(2).length).toBeLessThanOrEqual(2000)
    expect(worker.detail(worker.items(2)[0]?.seq ?? -1, 2)).toBeDefined()
    world.advance(100)
    expect(worker.items(2)).toEqual(worker.items(1))
  })
})

describe('a file that can not be opened', () => {
  it.each([
    ['no JSON', new Blob(['no']), 'NOT_JSON'],
    ['another JSON', new Blob(['{}']), 'NOT_A_RECORDING'],
    ['no text', new Blob([Uint8Array.of(0xff, 0xfe, 0)]), 'NOT_TEXT'],
    ['nothing', new Blob([]), 'NOT_JSON'],
  ])('%s: is said in words, and the session before it goes on', async (_, file, code) => {
    const { world, worker } = touched()
    const answer = await worker.open(file, 2)
    expect(answer).toMatchObject({ type: 'not_opened', session: 2, code })
    expect(answer.type === 'not_opened' && answer.message).toMatch(/^[A-Z].*\.$/s)
    worker.post({ type: 'ping' })
    world.advance(500)
    expect(worker.status(1)).toMatchObject({ state: 'ready' })
    expect(worker.status(1).notice).toBeUndefined()
    expect(worker.items(1).at(-1)?.time).toBeGreaterThan(6000)
  })

  it('too big: is not read at all', async () => {
    const file = new Blob(['x'])
    Object.defineProperty(file, 'size', { value: 256 * 1024 * 1024 + 1 })
    file.arrayBuffer = () => Promise.reject(new Error('read'))
    const worker = new TestWorker(new TestWorld())
    const answer = await worker.openAsIs(file, 2)
    expect(answer).toMatchObject({ type: 'not_opened', code: 'TOO_BIG' })
    expect(answer.type === 'not_opened' && answer.message).toContain('257 MiB')
  })

  it('unreadable, as one that was moved away: is said in words', async () => {
    const file = new Blob(['x'])
    file.arrayBuffer = () => Promise.reject(new Error('it is gone'))
    const worker = new TestWorker(new TestWorld())
    const answer = await worker.openAsIs(file, 2)
    expect(answer).toMatchObject({ type: 'not_opened', code: 'UNREADABLE' })
    expect(answer.type === 'not_opened' && answer.message).toContain('it is gone')
  })
})

describe('saving', () => {
  it('a simulated session gives the file of its seed, whenever it is saved', async () => {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    worker.start()
    const whole = sha256Hex(encodeRecording(simulate(SETTINGS)))
    expect((await worker.saved('secrets')).sha256).toBe(whole)
    world.advance(5000)
    expect((await worker.saved('secrets', { selected: 3 })).sha256).toBe(whole)
    world.advance(100_000)
    const last = await worker.saved('secrets')
    expect(last.sha256).toBe(whole)
    expect(sha256Hex(new Uint8Array(await last.file.arrayBuffer()))).toBe(whole)
    expect(last.untilSeq).toBe(simulate(SETTINGS).events.at(-1)?.seq)
  })

  it('a simulated session that was asked for more gives what happened so far', async () => {
    const { worker } = touched()
    const { file, untilSeq } = await worker.saved('secrets', { selected: 2, field: '1' })
    const recording = await recordingOf(file)
    expect(recording).toMatchObject({
      origin: 'simulated',
      level: 'secrets',
      settings: { seed: 'a test' },
      time: 6000,
      view: { selected: 2, field: '1' },
    })
    expect(recording.startedAt).toBeUndefined()
    expect(recording.events.map(({ seq }) => seq)).toEqual(recording.events.map((_, i) => i))
    expect(recording.events.at(-1)?.seq).toBe(untilSeq)
  })

  it('a live session gives every event, and when it began', async () => {
    const { worker } = live()
    const { file } = await worker.saved('secrets')
    const recording = await recordingOf(file)
    expect(recording).toMatchObject({ origin: 'live', startedAt: '2023-11-14T22:13:20.000Z' })
    expect(recording.view).toBeUndefined()
    expect(recording.events.map(({ seq }) => seq)).toEqual(recording.events.map((_, i) => i))
    const types = new Set(recording.events.map(({ type }) => type))
    for (const type of ['state_changed', 'message', 'ecdh_computed', 'packet_sent'] as const) {
      expect(types).toContain(type)
    }
  })

  it.each([
    ['secrets', 'v2scope-demo-2023-11-14T22-13-20Z-secrets.v2scope.json'],
    ['decrypted', 'v2scope-demo-2023-11-14T22-13-20Z-decrypted.v2scope.json'],
    ['wire', 'v2scope-demo-2023-11-14T22-13-20Z-wire.v2scope.json'],
  ] as const)('names a live session by peer, time and level: %s', async (level, name) => {
    const answer = await live().worker.saved(level)
    expect(answer.name).toBe(name)
    expect((await recordingOf(answer.file)).level).toBe(level)
  })

  it('names a simulated session by its seed, where the seed is in it', async () => {
    const worker = new TestWorker(new TestWorld())
    worker.start({ seed: '../a b/ü:?' })
    const names: string[] = []
    for (const level of RECORDING_LEVELS) names.push((await worker.saved(level)).name)
    expect(names).toEqual([
      'v2scope-simulated-wire.v2scope.json',
      'v2scope-simulated-decrypted.v2scope.json',
      'v2scope-simulated-_a_b_-secrets.v2scope.json',
    ])
  })

  it('a recording gives less of it, and never more', async () => {
    const { worker } = live()
    const { file } = await worker.saved('decrypted')
    await worker.open(file, 2)
    const less = await worker.saved('wire', { selected: 1 }, 2)
    expect((await recordingOf(less.file)).level).toBe('wire')
    const more = await worker.save('secrets', {}, 2)
    expect(more).toMatchObject({ type: 'not_made', session: 2 })
    expect(more.type === 'not_made' && more.message).toContain('can’t be put back')
    await worker.open(less.file, 3)
    expect((await worker.saved('wire', { selected: 1 }, 3)).sha256).toBe(less.sha256)
  })

  it('says so where the session is no longer kept', async () => {
    const worker = new TestWorker(new TestWorld())
    worker.start()
    const answer = await worker.save('wire', {}, 7)
    expect(answer).toMatchObject({ type: 'not_made', session: 7 })
  })
})
