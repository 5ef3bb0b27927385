// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { besideRelay } from '../../src/session/bridge-check.js'
import { failures } from '../../src/words/en/failures.js'
import { failures as failuresZh } from '../../src/words/zh/failures.js'
import { OPENING, RELAY_URL, SETTINGS, TestWorker, TestWorld } from './test-world.js'

const READYZ = 'http://bridge.test:8324/readyz'
const LIMITS = 'http://bridge.test:8324/limits'
/** The longest that fits a close frame: 123 bytes. */
const REASON = `so says the bridge ${'…'.repeat(34)}!!`

function begin(isOpen: boolean) {
  const world = new TestWorld()
  const worker = new TestWorker(world)
  worker.start({ peer: 'mine' })
  if (isOpen) world.socket.say(OPENING)
  const failure = async () => {
    await world.settle()
    world.advance(20)
    expect(worker.status().state).toBe('failed')
    return worker.status().failure
  }
  return { world, worker, failure }
}

describe.each([true, false])('a relay that closes (was open: %s)', (isOpen) => {
  it.each([
    [1001, 'shutting down', 'Again'],
    [1003, 'text', 'Reload'],
    [1008, 'pieces', 'Reload'],
    [1009, 'more at once', 'Send less'],
    [1011, 'a fault of its own', 'log'],
    [4400, 'address', 'HOST:PORT'],
    [4401, 'ticket', 'new ticket'],
    [4403, 'not allow', 'list'],
    [4404, 'no peer of this name', '--node NAME=HOST:PORT'],
    [4408, 'did not answer', 'node runs'],
    [4409, 'quota', 'used up'],
    [4410, 'gone', 'next one'],
    [4420, 'too many', 'Close other sessions'],
    [4429, 'as many connections', 'Wait'],
    [4502, 'could not connect', 'See that the node runs'],
    [4504, 'stalled', 'Again'],
    [4505, 'idle', 'Again'],
    [4506, 'age', 'Again'],
    [4999, 'code 4999', 'does not know'],
    [1012, 'code 1012', 'does not know'],
  ])('with %i: %s', async (code, words, advice) => {
    const { world, failure } = begin(isOpen)
    world.socket.end(code, REASON)
    const shown = await failure()
    expect(shown).toMatchObject({ code: `RELAY_${code}`, row: '', v1MayWork: false })
    expect(shown?.message).toContain(words)
    expect(shown?.message).toContain(REASON)
    expect(failures.advice(`RELAY_${code}`)).toContain(advice)
    if (!advice.includes('does not know')) {
      expect(failuresZh.what(`RELAY_${code}`, '')).not.toContain('RELAY')
      expect(failuresZh.advice(`RELAY_${code}`)).not.toContain('不认识')
    }
  })
})

describe('a relay that closes before it is open', () => {
  it.each([
    [1000, 'closed the connection before it was open'],
    [4503, 'reset the connection before it was open'],
  ])('with %i: %s', async (code, words) => {
    const { world, failure } = begin(false)
    world.socket.end(code)
    const shown = await failure()
    expect(shown).toMatchObject({ code: `RELAY_${code}`, afterSeq: -1 })
    expect(shown?.message).toContain(words)
  })
})

describe('a bare 1006', () => {
  const ready = JSON.stringify({ status: 'ready' })
  const draining = JSON.stringify({ status: 'draining' })

  it.each([
    ['bridge up, was open', true, { status: 200, text: ready }, 'RELAY_1006', 'is up'],
    ['bridge draining', true, { status: 503, text: draining }, 'RELAY_1001', 'shutting down'],
    ['bridge draining', false, { status: 503, text: draining }, 'RELAY_1001', 'shutting down'],
    ['bridge gone', true, undefined, 'RELAY_1006', 'no longer answers'],
    ['nothing there', false, undefined, 'NO_BRIDGE', 'nothing answers'],
    ['static host', false, { status: 404, text: '<html>' }, 'NO_BRIDGE', 'status 404'],
    ['page for all', false, { status: 200, text: '<html>' }, 'NO_BRIDGE', 'not served by a bridge'],
    ['other JSON', false, { status: 200, text: '[1]' }, 'NO_BRIDGE', 'not served by a bridge'],
  ] as const)('%s', async (_, isOpen, answer, code, words) => {
    const { world, failure } = begin(isOpen)
    if (answer) world.web.set(READYZ, answer)
    world.socket.end(1006)
    const shown = await failure()
    expect(world.asked).toEqual([READYZ])
    expect(shown?.code).toBe(code)
    expect(shown?.message).toContain(words)
    if (code === 'NO_BRIDGE') expect(failures.advice(code)).toMatch(/Simulated.*npm start/)
  })

  it.each([
    ['tells nothing', undefined, 'UPGRADE_REFUSED', 'probably does not accept the address'],
    ['has room', { open: 3, most: 1024 }, 'UPGRADE_REFUSED', 'a proxy before it'],
    ['is full', { open: 1024, most: 1024 }, 'BRIDGE_FULL', 'as many connections as it takes'],
    ['tells nonsense', [], 'UPGRADE_REFUSED', 'Host, Origin'],
  ] as const)('never open, of a bridge that is up and %s', async (_, connections, code, words) => {
    const { world, failure } = begin(false)
    world.web.set(READYZ, { status: 200, text: ready })
    if (connections) world.web.set(LIMITS, { status: 200, text: JSON.stringify({ connections }) })
    world.socket.end(1006)
    const shown = await failure()
    expect(shown?.code).toBe(code)
    expect(shown?.message).toContain(words)
    expect(failures.advice(code)).toMatch(/Again/)
  })

  it('of a bridge that is not at home under this address gives its words', async () => {
    const { world, failure } = begin(false)
    const error = 'The Host "evil.test" is not this bridge’s; open it as http://localhost:1/.'
    world.web.set(READYZ, { status: 403, text: JSON.stringify({ error }) })
    world.socket.end(1006)
    const shown = await failure()
    expect(shown?.code).toBe('PAGE_REFUSED')
    expect(shown?.message).toContain(error)
    expect(failures.advice('PAGE_REFUSED')).toContain('--origin')
  })

  it('keeps everything that was shown', async () => {
    const { world, worker, failure } = begin(true)
    const items = worker.items()
    world.socket.end(1006)
    expect((await failure())?.afterSeq).toBe(worker.items().at(-1)?.seq)
    expect(worker.items().slice(0, items.length)).toEqual(items)
    expect(worker.detail(worker.items()[0]?.seq ?? -1)).toBeDefined()
  })

  it.each([
    ['ws://host.test:8324/relay/demo', 'http://host.test:8324/readyz'],
    ['wss://host.test/under/relay/a%20b', 'https://host.test/under/readyz'],
    ['wss://host.test/under/relay?addr=1.2.3.4:8333', 'https://host.test/under/readyz'],
    ['ws://host.test/relay/relay', 'http://host.test/readyz'],
    ['ws://host.test/accept/0123456789abcdef', 'http://host.test/readyz'],
  ])('of %s asks %s', (relay, readyz) => {
    expect(besideRelay(relay, 'readyz')).toBe(readyz)
  })
})

describe('4505 on an open relay', () => {
  const opening = (firstByte: number | null) =>
    JSON.stringify({ ...JSON.parse(OPENING), limits: { firstByte, idle: 1_800_000 } })

  function open(firstByte: number | null, hold: boolean) {
    const world = new TestWorld()
    const worker = new TestWorker(world)
    const settings = { ...SETTINGS, peer: 'mine' }
    worker.post({ type: 'start', session: 1, settings, relayUrl: RELAY_URL, hold })
    world.socket.say(opening(firstByte))
    world.socket.end(4505, 'no byte came')
    world.advance(20)
    return worker.status().failure
  }

  it('says that our first byte was late, where none has gone', () => {
    const failure = open(10_000, true)
    expect(failure?.code).toBe('FIRST_BYTE_TIMEOUT')
    expect(failure?.message).toMatch(/first byte did not come in time.*“no byte came”/)
    expect(failures.advice('FIRST_BYTE_TIMEOUT')).toContain('Hold')
    expect(failuresZh.what('FIRST_BYTE_TIMEOUT', '')).toContain('第一个字节')
  })

  it.each([
    ['our key has gone', 10_000, false],
    ['the bridge bounds no first byte', null, true],
  ])('says that nothing was said for long, where %s', (_, firstByte, hold) => {
    const failure = open(firstByte, hold)
    expect(failure?.code).toBe('RELAY_4505')
    expect(failure?.message).toContain('idle')
  })
})

describe('what is no bridge of ours', () => {
  it.each([
    ['bytes first', new Uint8Array(10)],
    ['text that is no JSON', 'hello'],
    ['another frame', '{"type":"welcome"}'],
    ['null', 'null'],
  ])('%s', async (_, frame) => {
    const { world, failure } = begin(false)
    world.socket.say(frame)
    expect((await failure())?.code).toBe('RELAY_PROTOCOL')
    expect(world.socket.isClosed).toBe(true)
  })

  it('text after the opening', async () => {
    const { world, failure } = begin(true)
    world.socket.say(OPENING)
    expect((await failure())?.code).toBe('RELAY_PROTOCOL')
  })
})
