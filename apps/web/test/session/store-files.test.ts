// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { FieldPart } from '../../src/session/detail.js'
import { createSessionStore, viewedSession } from '../../src/session/store.js'
import { BASE, item, newStore, PAGE, TARGETS } from './fake-port.js'
import { unpacked } from './packed.js'
import { SETTINGS, TestWorker, TestWorld } from './test-world.js'

const LIVE = { ...SETTINGS, peer: 'mine' }
const FILE = new Blob(['a recording'])

/** A page that finds these files, by URL. */
const filesAt = (files: Record<string, { status: number; file: Blob }>) => {
  const asked: string[] = []
  const getFile = async (url: string) => {
    asked.push(url)
    const answer = files[url]
    if (!answer) throw new TypeError('fetch failed')
    return answer
  }
  return { asked, getFile }
}

describe('a file that is opened', () => {
  it('replaces the present session once it has proved to be sound, and not before', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.openFile(FILE, 'mine.v2scope.json')
    expect(port.posted.at(-1)).toEqual({ type: 'open', session: 2, file: FILE })
    expect(state().opening).toEqual({ state: 'reading', name: 'mine.v2scope.json' })
    expect(viewedSession(state())?.id).toBe(1)
    port.batch(1, { state: 'ready' }, [item(1)])
    port.opened(2, { level: 'wire' })
    expect(state().opening).toEqual({ state: 'none' })
    expect(viewedSession(state())).toMatchObject({ id: 2, recording: { level: 'wire' } })
    expect(state().previous).toMatchObject({ id: 1, recording: undefined })
    port.batch(2, { state: 'closed' }, [item(5)])
    expect(state().current?.items.length).toBe(1)
  })

  it('and is refused loses nothing', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    port.batch(1, { state: 'ready' }, [item(1)])
    const before = state().current
    actions.openFile(FILE, 'bad.json')
    port.say({ type: 'not_opened', session: 2, code: 'NOT_JSON', message: 'It is no JSON.' })
    expect(state().opening).toEqual({
      state: 'refused',
      name: 'bad.json',
      code: 'NOT_JSON',
      message: 'It is no JSON.',
    })
    expect(state().current).toBe(before)
    actions.again()
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', session: 3 })
    expect(state().opening).toEqual({ state: 'none' })
    expect(state().previous?.id).toBe(1)
  })

  it('comes before a session that was started meanwhile, as in the worker', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.openFile(FILE, 'slow')
    actions.start(LIVE)
    port.opened(2)
    expect(state().current).toMatchObject({ id: 3, recording: undefined })
    expect(state().previous).toMatchObject({ id: 2, recording: { level: 'decrypted' } })
  })

  it('is shown with what was being looked at, once that is there', () => {
    const { actions, state, port } = newStore()
    actions.openFile(FILE, 'x')
    port.opened(1, { view: { selected: 7, field: '3.0' } })
    port.batch(1, {}, [item(5)])
    expect(state().current?.selected).toBeUndefined()
    port.batch(1, {}, [item(7), item(8)])
    expect(state().current).toMatchObject({ selected: 7, detail: { state: 'asking' } })
    expect(port.posted.at(-1)).toEqual({ type: 'detail', session: 1, seq: 7 })
    actions.select(5)
    port.batch(1, {}, [item(9)])
    expect(state().current?.selected).toBe(5)
  })

  it('leaves a selection of the user’s alone that came first', () => {
    const { actions, state, port } = newStore()
    actions.openFile(FILE, 'x')
    port.opened(1, { view: { selected: 7 } })
    port.batch(1, {}, [item(5)])
    actions.select(5)
    port.batch(1, {}, [item(7)])
    expect(state().current?.selected).toBe(5)
  })

  it('is shown with what the page chooses until that is there', () => {
    const { actions, state, port } = newStore()
    actions.openFile(FILE, 'x')
    port.opened(1, { view: { selected: 7 } })
    port.batch(1, {}, [item(5)])
    actions.select(5, 'page')
    expect(state().current?.selected).toBe(5)
    port.batch(1, {}, [item(7)])
    expect(state().current?.selected).toBe(7)
  })

  it('compares session ids by what the file says, and asks nobody', async () => {
    const { world, actions, state, port } = newStore()
    actions.openFile(FILE, 'x')
    port.opened(1, {}, { ...SETTINGS, peer: 'demo' })
    const sessionId = 'ab'.repeat(32)
    port.batch(1, { state: 'ready', sessionId, local: '127.0.0.1:1' })
    await world.settle()
    expect(state().current?.peerReport).toEqual({ state: 'none' })
    expect(world.asked).toEqual([])
    port.batch(1, { state: 'ready', sessionId, peerReportedSessionId: sessionId })
    expect(state().current?.peerReport).toEqual({ state: 'reported', sessionId })
  })

  it('again: starts a session with the settings of the recording', () => {
    const { actions, port } = newStore()
    actions.openFile(FILE, 'x')
    port.opened(1, {}, { ...LIVE, decoys: 3 })
    actions.again()
    expect(port.posted.at(-1)).toMatchObject({
      type: 'start',
      session: 2,
      settings: { peer: 'mine', decoys: 3 },
    })
  })
})

describe('a recording by its address', () => {
  const url = `${BASE}recordings/plain.v2scope.json`

  it('is fetched from the page’s own origin, and handed to the worker', async () => {
    const { asked, getFile } = filesAt({ [url]: { status: 200, file: FILE } })
    const { actions, state, port } = newStore({ getFile })
    const opening = actions.openUrl('recordings/plain.v2scope.json')
    expect(state().opening).toEqual({ state: 'reading', name: 'plain.v2scope.json' })
    await opening
    expect(asked).toEqual([url])
    expect(port.posted).toEqual([{ type: 'open', session: 1, file: FILE }])
    port.opened(1)
    expect(state().current?.recordingUrl).toBe('recordings/plain.v2scope.json')
  })

  it.each([
    ['https://elsewhere.test/x.json', 'OTHER_ORIGIN', 'elsewhere.test'],
    ['//elsewhere.test/x.json', 'OTHER_ORIGIN', 'elsewhere.test'],
    ['https://bridge.test:8324/x.json', 'OTHER_ORIGIN', 'bridge.test:8324'],
    ['data:application/json,{}', 'OTHER_ORIGIN', 'a data: address'],
    ['http://user:word@bridge.test:8324/x.json', 'OTHER_ORIGIN', 'password'],
    ['http://', 'BAD_ADDRESS', 'http://'],
  ])('%s is refused without being asked for: %s', async (address, code, words) => {
    const { asked, getFile } = filesAt({})
    const { actions, state, port } = newStore({ getFile })
    await actions.openUrl(address)
    expect(state().opening).toMatchObject({ state: 'refused', name: address, code })
    const { opening } = state()
    expect(opening.state === 'refused' && opening.message).toContain(words)
    expect(asked).toEqual([])
    expect(port.posted).toEqual([])
  })

  it('that is not there is said, with the status', async () => {
    const { getFile } = filesAt({ [url]: { status: 404, file: new Blob() } })
    const { actions, state } = newStore({ getFile })
    await actions.openUrl(url)
    expect(state().opening).toMatchObject({
      state: 'refused',
      name: 'plain.v2scope.json',
      code: 'HTTP_404',
    })
    await actions.openUrl('recordings/other')
    expect(state().opening).toMatchObject({ code: 'NO_ANSWER', name: 'other' })
  })

  it('is left alone, if something was started while it was fetched', async () => {
    const { getFile } = filesAt({ [url]: { status: 200, file: FILE } })
    const { actions, state, port } = newStore({ getFile })
    const opening = actions.openUrl(url)
    actions.start(LIVE)
    await opening
    expect(port.posted).toMatchObject([{ type: 'start' }])
    expect(state().opening).toEqual({ state: 'none' })
  })

  it('is a route of the page, with what is to be selected', async () => {
    const { asked, getFile } = filesAt({ [url]: { status: 200, file: FILE } })
    const { actions, state, port } = newStore({ getFile })
    await actions.open('#/recording?url=recordings%2Fplain.v2scope.json&at=4')
    expect(asked).toEqual([url])
    port.opened(1, { view: { selected: 2 } })
    port.batch(1, {}, [item(2), item(4)])
    expect(state().current?.selected).toBe(4)
    await Promise.resolve()
    expect(state().problems).toEqual([])
  })

  it('that is missing in the route gives a session, and words', async () => {
    const { actions, state, port } = newStore()
    await actions.open('#/recording')
    expect(port.posted).toMatchObject([{ type: 'start', settings: { peer: 'demo' } }])
    expect(state().problems).toEqual([{ code: 'RECORDING_MISSING' }])
  })
})

describe('a file that is made', () => {
  const made = { type: 'saved', session: 1, file: FILE, name: 'a.v2scope.json' } as const

  it('is handed to the user, and its hash is told', () => {
    const delivered: unknown[] = []
    const { actions, state, port } = newStore({
      deliver: (file, name) => delivered.push([file, name]),
    })
    actions.start(LIVE)
    port.batch(1, {}, [item(1), item(2)])
    actions.select(2)
    actions.save('decrypted', '3.0')
    expect(port.posted.at(-1)).toEqual({
      type: 'save',
      session: 1,
      level: 'decrypted',
      view: { selected: 2, field: '3.0' },
    })
    expect(state().saving).toEqual({ state: 'making' })
    expect(state().current?.savedUntil).toBe(-1)
    port.say({ ...made, sha256: 'ab'.repeat(32), untilSeq: 2 })
    expect(delivered).toEqual([[FILE, 'a.v2scope.json']])
    expect(state().saving).toEqual({
      state: 'made',
      name: 'a.v2scope.json',
      bytes: FILE.size,
      sha256: 'ab'.repeat(32),
    })
    expect(state().current?.savedUntil).toBe(2)
    port.say({ ...made, sha256: '', untilSeq: 1 })
    expect(state().current?.savedUntil).toBe(2)
  })

  it('is of the session that is shown', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.again()
    actions.showPrevious()
    actions.save('wire')
    expect(port.posted.at(-1)).toEqual({ type: 'save', session: 1, level: 'wire', view: {} })
    port.say({ ...made, sha256: '', untilSeq: 9 })
    expect(state().previous?.savedUntil).toBe(9)
    expect(state().current?.savedUntil).toBe(-1)
  })

  it('may be of some packets', () => {
    const delivered: string[] = []
    const { actions, state, port } = newStore({ deliver: (_, name) => delivered.push(name) })
    actions.start(LIVE)
    port.batch(1, {}, [item(1), item(3), item(4)])
    actions.exportPackets('csv', [1, 4, 9])
    const asked = port.posted.at(-1)
    expect(asked).toMatchObject({ type: 'export', session: 1, format: 'csv' })
    expect(asked?.type === 'export' && unpacked(asked.items)).toEqual([item(1), item(4)])
    port.say({ type: 'exported', session: 1, file: FILE, name: 'p.csv' })
    expect(delivered).toEqual(['p.csv'])
    expect(state().saving).toEqual({ state: 'made', name: 'p.csv', bytes: FILE.size })
    expect(state().current?.savedUntil).toBe(-1)
  })

  it('may not come to be, which is said', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.save('secrets')
    port.say({ type: 'not_made', session: 1, code: 'NOT_KEPT', message: 'No.' })
    expect(state().saving).toEqual({ state: 'failed', code: 'NOT_KEPT', message: 'No.' })
  })

  it('does not come from a worker that has crashed', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.save('secrets')
    actions.openFile(FILE, 'x')
    port.crash('boom')
    expect(state().saving).toMatchObject({ state: 'failed' })
    expect(state().opening).toMatchObject({ state: 'refused', name: 'x', code: 'UNEXPECTED' })
  })
})

describe('more parts of a field', () => {
  const part = (name: string): FieldPart => ({
    name,
    fieldKey: 'inventory.item',
    start: 0,
    end: 1,
    value: '',
  })

  it('are asked for of what is selected, and join it', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    actions.askParts([], 1)
    expect(port.posted).toHaveLength(1)
    port.batch(1, {}, [item(1), item(2)])
    actions.select(1)
    const event = { type: 'key_sent', seq: 1, role: 'initiator', direction: 'sent' } as const
    const detail = {
      event: { ...event, bytes: new Uint8Array(), fields: [], time: 0 },
      decoded: { fields: [part('a')], fieldCount: 2, summary: '' },
    }
    port.say({ type: 'detail', session: 1, seq: 1, detail })
    actions.askParts([], 1)
    const more = { type: 'parts', session: 1, seq: 1, path: [], from: 1 } as const
    expect(port.posted.at(-1)).toEqual(more)
    port.say({ ...more, seq: 2, parts: [part('of another')] })
    port.say({ ...more, parts: [part('b')] })
    expect(state().current?.detail).toMatchObject({
      detail: { decoded: { fields: [part('a'), part('b')], summary: '' } },
    })
  })
})

describe('messages of the user’s', () => {
  it('are handed to the worker as they are', () => {
    const { actions, port } = newStore()
    const bytes = Uint8Array.of(1, 2)
    actions.sendMessage('ping', bytes, 'long')
    actions.sendContents(bytes)
    expect(port.posted).toEqual([
      { type: 'send_message', messageType: 'ping', payload: bytes, form: 'long' },
      { type: 'send_contents', contents: bytes },
    ])
  })
})

describe('links', () => {
  it('join an answer to what asked, and stay the same until there is another', () => {
    const { actions, state, port } = newStore()
    actions.start(LIVE)
    const answersTo = (seq: number) => state().current?.links.answersTo(seq)
    port.batch(1, {}, [item(1, { asks: { what: 'block', count: 2 } }), item(2)])
    expect(answersTo(1)).toEqual([])
    const first = item(3, { answers: { seq: 1, count: 1 } })
    port.batch(1, {}, [first])
    const before = answersTo(1)
    expect(before).toEqual([first])
    port.batch(1, {}, [item(4)])
    expect(answersTo(1)).toBe(before)
    const more = [5, 6].map((seq) => item(seq, { answers: { seq: 1, count: 1 } }))
    port.batch(1, {}, [...more, item(7, { answers: { seq: 2, count: 1 } })])
    expect(answersTo(1)?.map(({ seq }) => seq)).toEqual([3, 5, 6])
    expect(answersTo(2)?.map(({ seq }) => seq)).toEqual([7])
    expect(before).toHaveLength(1)
  })
})

describe('the store with the worker behind it', () => {
  it('saves a session, and shows it again from its file: the same, selection and all', async () => {
    const world = new TestWorld()
    const port = new TestWorker(world)
    let kept = new Blob()
    const deliver = (file: Blob) => {
      kept = file
    }
    const store = createSessionStore({ ...PAGE, deliver, port, environment: world, base: BASE })
    const { actions } = store.getState()
    world.web.set(TARGETS, { status: 404, text: '' })
    await actions.open('#/session?seed=abc')
    world.advance(3000)
    actions.ping()
    world.advance(500)
    const seq = store.getState().current?.items.at(8)?.seq
    actions.select(seq)
    await port.answer({ type: 'detail', session: 9, seq: 0 }, 'detail')
    actions.save('secrets')
    await port.answer({ type: 'detail', session: 9, seq: 0 }, 'saved')
    const before = store.getState().current
    actions.openFile(kept, 'x')
    await port.answer({ type: 'detail', session: 9, seq: 0 }, 'opened')
    world.advance(100)
    const after = store.getState().current
    expect(after?.id).toBe(2)
    expect([...(after?.items ?? [])]).toEqual([...(before?.items ?? [])])
    expect(after?.keyEvents).toEqual(before?.keyEvents)
    expect(after?.settings).toEqual(before?.settings)
    expect(after?.peerReport).toEqual(before?.peerReport)
    expect(after?.selected).toBe(seq)
    expect(after?.detail).toEqual(before?.detail)
  })
})
