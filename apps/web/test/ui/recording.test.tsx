import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Footer } from '../../src/ui/footer/Footer.js'
import { Header } from '../../src/ui/header/Header.js'
import { Keys } from '../../src/ui/keys/Keys.js'
import { Ladder } from '../../src/ui/ladder/Ladder.js'
import { PacketList } from '../../src/ui/packets/PacketList.js'
import { DropZone } from '../../src/ui/recording/DropZone.js'
import { forgetDropped } from '../../src/ui/recording/dropped-file.js'
import { Opening } from '../../src/ui/recording/Opening.js'
import { StateBar } from '../../src/ui/state/StateBar.js'
import { useUi } from '../../src/ui/ui-store.js'
import { AutoSelect, LinkedSelection } from '../../src/ui/use-select.js'
import {
  byTestId,
  ESTABLISHED,
  HANDSHAKE_ITEMS,
  item,
  render,
  STATS,
  testStore,
} from './support.js'

const SHA256 = '9f'.repeat(32)

beforeEach(forgetDropped)

function Opener() {
  return (
    <>
      <Header layout="wide" />
      <Opening />
      <DropZone />
    </>
  )
}

const click = (root: ParentNode, id: string) => act(async () => byTestId(root, id)[0]?.click())

/** The dialog's code is fetched when it is first opened. */
const askToSave = (root: ParentNode) =>
  act(async () => {
    byTestId(root, 'save-recording')[0]?.click()
    await import('../../src/ui/recording/SaveDialog.js')
  })

/** As a browser tells it, with files or a folder. */
async function drag(type: string, files: readonly File[], isDirectory = false): Promise<void> {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const items = files.map(() => ({ webkitGetAsEntry: () => ({ isDirectory }) }))
  Object.assign(event, { dataTransfer: { types: ['Files'], files, items }, relatedTarget: null })
  await act(async () => document.body.dispatchEvent(event))
}
const file = (name: string) => new File(['{}'], name)

describe('opening a recording', () => {
  it('says what is read, and shows a refusal until it is closed; the session stays', async () => {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(<Opener />, test)
    await drag('dragover', [file('kept.v2scope.json')])
    expect(byTestId(root, 'drop-zone')).toHaveLength(1)
    await drag('drop', [file('kept.v2scope.json')])
    expect(byTestId(root, 'drop-zone')).toHaveLength(0)
    expect(test.posted.at(-1)).toMatchObject({ type: 'open' })
    expect(root.textContent).toContain('reading kept.v2scope.json…')
    await act(async () => test.refuse('NOT_JSON', 'It stops at line 3. Get it again.'))
    const [panel] = byTestId(root, 'opening-refused')
    for (const words of ['kept.v2scope.json', 'NOT_JSON', 'line 3', 'Get it again']) {
      expect(panel?.textContent).toContain(words)
    }
    expect(test.store.getState().current?.items.length).toBe(HANDSHAKE_ITEMS.length)
    await act(async () => panel?.querySelector('button')?.click())
    expect(byTestId(root, 'opening-refused')).toHaveLength(0)
  })

  it('shows a second refusal after the first was closed', async () => {
    const test = testStore()
    const root = await render(<Opener />, test)
    for (const name of ['a.json', 'b.json']) {
      await drag('drop', [file(name)])
      await act(async () => test.refuse('NOT_JSON', 'It is no JSON.'))
      const [panel] = byTestId(root, 'opening-refused')
      expect(panel?.textContent).toContain(name)
      await act(async () => panel?.querySelector('button')?.click())
    }
  })

  it.each([
    ['several files', [file('a.json'), file('b.json')], false, /2 files/],
    ['a folder', [file('folder')], true, /folder/],
    ['nothing', [], false, /no file/],
  ] as const)('says so where %s was dropped, and opens nothing', async (_, files, dir, words) => {
    const test = testStore()
    const before = test.posted.length
    const root = await render(<Opener />, test)
    await drag('drop', files, dir)
    expect(byTestId(root, 'opening-refused')[0]?.textContent).toMatch(words)
    expect(test.posted).toHaveLength(before)
  })
})

describe('saving a session', () => {
  async function dialog() {
    const test = testStore()
    test.batch(HANDSHAKE_ITEMS, {
      ...ESTABLISHED,
      isFromSeed: true,
      stats: STATS,
    })
    return { test, root: await render(<Header layout="wide" />, test) }
  }
  const level = (root: ParentNode, name: string) =>
    root.querySelector<HTMLInputElement>(`[data-testid="save-level-${name}"]`)

  it('asks how much is kept, warns of secrets, and says what came of it', async () => {
    const { test, root } = await dialog()
    await askToSave(root)
    expect(level(root, 'decrypted')?.checked).toBe(true)
    expect(byTestId(root, 'save-warning')).toHaveLength(0)
    expect(root.textContent).toContain('All 60 s of the seed')
    expect(root.textContent).toContain('seed=a+seed')
    await act(async () => level(root, 'secrets')?.click())
    expect(byTestId(root, 'save-warning')[0]?.textContent).toMatch(/read.*take it over/)
    await click(root, 'save-confirm')
    expect(test.posted.at(-1)).toMatchObject({ type: 'save', level: 'secrets' })
    await act(async () =>
      test.tell({
        type: 'saved',
        file: new Blob(['{}']),
        name: 'x.v2scope.json',
        sha256: SHA256,
        untilSeq: 12,
      }),
    )
    expect(byTestId(root, 'saved')[0]?.textContent).toContain('x.v2scope.json')
    expect(byTestId(root, 'saved-sha256')[0]?.dataset.value).toBe(SHA256)
    expect(test.files).toHaveLength(1)
  })

  it('keeps the field that was chosen too', async () => {
    const { test, root } = await dialog()
    test.store.getState().actions.select(2)
    await act(async () => useUi.setState({ field: '3.0.1' }))
    await askToSave(root)
    await click(root, 'save-confirm')
    expect(test.posted.at(-1)).toMatchObject({ view: { selected: 2, field: '3.0.1' } })
  })

  it('says why no file was made', async () => {
    const { test, root } = await dialog()
    await askToSave(root)
    await click(root, 'save-confirm')
    await act(async () =>
      test.tell({ type: 'not_made', code: 'UNEXPECTED', message: 'It is too big: keep less.' }),
    )
    expect(byTestId(root, 'save-failed')[0]?.textContent).toContain('keep less')
  })

  it('offers of a recording what it holds, and no more', async () => {
    const test = testStore()
    test.show({ level: 'decrypted' })
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(<Header layout="wide" />, test)
    await askToSave(root)
    expect(level(root, 'wire')?.disabled).toBe(false)
    expect(level(root, 'decrypted')?.disabled).toBe(false)
    expect(level(root, 'secrets')?.disabled).toBe(true)
  })
})

describe('a recording on show', () => {
  it('says what it is, and that nothing can be sent', async () => {
    const test = testStore()
    test.show({}, { peer: 'mine' })
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(
      <>
        <StateBar />
        <Footer narrow={false} />
      </>,
      test,
    )
    expect(byTestId(root, 'recording-line')[0]?.textContent).toBe(
      'Recorded · session with mine · 2026-11-24 15:02 UTC · wire and decrypted',
    )
    expect(root.textContent).toContain('a recording: nothing can be sent')
    expect(byTestId(root, 'ping')).toHaveLength(0)
    expect(byTestId(root, 'start-session')).toHaveLength(1)
  })

  it('keeps a name that its file has made up in its place', async () => {
    const test = testStore()
    test.show({}, { peer: `\u202eevil\u0000\n${'x'.repeat(5000)}` })
    const root = await render(<StateBar />, test)
    const line = byTestId(root, 'recording-line')[0]?.textContent ?? ''
    expect(line).toContain('with \ufffdevil\ufffd\ufffdxxx')
    expect(line).toContain('… · 2026-11-24')
    expect(line.length).toBeLessThan(150)
  })

  it('of the wire alone says in each pane what is left out', async () => {
    const test = testStore()
    test.show({ level: 'wire' })
    const unread = item(3, { kind: 'unread bytes', direction: 'received', wireBytes: 999 })
    const [ours, , theirs] = HANDSHAKE_ITEMS
    if (!ours || !theirs) throw new Error('two keys are needed')
    const key = {
      role: 'initiator',
      direction: 'sent',
      fields: [],
      seq: 0,
      bytes: new Uint8Array(64),
    } as const
    test.batch([ours, theirs, unread], { state: 'ready', transport: 'v2' }, [
      { ...key, type: 'key_sent' },
      { ...key, type: 'key_received', direction: 'received', seq: 2 },
    ])
    const root = await render(
      <>
        <Ladder />
        <PacketList />
        <Keys />
      </>,
      test,
    )
    expect(byTestId(root, 'packet-row')).toHaveLength(0)
    for (const words of [
      'The packets are not in this recording',
      'What follows from them is left out',
    ]) {
      expect(root.textContent).toContain(words)
    }
  })

  it('is there at once where something in it was being looked at, with its field', async () => {
    const test = testStore()
    test.show({ view: { selected: 9, field: '0' } })
    test.batch(HANDSHAKE_ITEMS, ESTABLISHED)
    const root = await render(
      <>
        <AutoSelect />
        <LinkedSelection />
        <Ladder />
      </>,
      test,
    )
    expect(byTestId(root, 'ladder-item')).toHaveLength(HANDSHAKE_ITEMS.length)
    expect(test.store.getState().current?.selected).toBe(9)
    expect(useUi.getState().field).toBe('0')
  })
})
