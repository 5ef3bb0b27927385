// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readyzOf } from '../../src/session/bridge-check.js'
import { failures } from '../../src/words/en/failures.js'
import { OPENING, TestWorker, TestWorld } from './test-world.js'

const READYZ = 'http://bridge.test:8324/readyz'

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
    [1009, 'more at once', 'Send less'],
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
    [1011, 'code 1011', 'does not know'],
  ])('with %i: %s', async (code, words, advice) => {
    const { world, failure } = begin(isOpen)
    world.socket.end(code, 'so says the bridge')
    const shown = await failure()
    expect(shown).toMatchObject({ code: `RELAY_${code}`, row: '', v1MayWork: false })
    expect(shown?.message).toContain(words)
    expect(shown?.message).toContain('so says the bridge')
    expect(failures.advice(`RELAY_${code}`)).toContain(advice)
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
    ['bridge up, never open', false, { status: 200, text: ready }, 'RELAY_1006', 'too many'],
    ['bridge draining', true, { status: 503, text: draining }, 'RELAY_1006', 'shutting down'],
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
  ])('of %s asks %s', (relay, readyz) => {
    expect(readyzOf(relay)).toBe(readyz)
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
