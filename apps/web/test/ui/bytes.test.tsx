import { concatBytes } from '@v2scope/bip324'
import { decodeMessage, encodeMessage } from '@v2scope/messages'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { type ItemDetail, PARTS_AT_ONCE } from '../../src/session/detail.js'
import { Details } from '../../src/ui/details/Details.js'
import { FIELD_SECTIONS } from '../../src/ui/explanations.js'
import { selectBytes, useUi } from '../../src/ui/ui-store.js'
import { en } from '../../src/words/en/index.js'
import { messageFields } from '../../src/words/en/message-fields.js'
import { byTestId, item, render, testStore } from './support.js'

const payload = encodeMessage({ type: 'sendcmpct', highBandwidth: true, version: 2n })
const contents = concatBytes(Uint8Array.of(20), payload)
const end = 4 + contents.length
const tag = new Uint8Array(16).fill(0xee)
const ITEM = item(30, { label: 'sendcmpct', number: 5 })
const DETAIL: ItemDetail = {
  event: {
    type: 'packet_received',
    seq: 30,
    role: 'initiator',
    direction: 'received',
    time: 1,
    bytes: concatBytes(new Uint8Array(end).fill(0xaa), tag),
    fields: [
      { name: 'length field', start: 0, end: 3, row: 'P1' },
      { name: 'header', start: 3, end: 4, row: 'P2' },
      { name: 'message type', start: 4, end: 5, row: 'A1' },
      { name: 'payload', start: 5, end, row: 'A1' },
      { name: 'tag', start: end, end: end + 16, row: 'P5' },
    ],
    kind: 'message',
    decoy: false,
    number: 5,
    epoch: 0,
    length: contents.length,
    header: 0,
    contents,
    tag,
    nonce: new Uint8Array(12),
    aad: new Uint8Array(0),
    lengthKey: 'responder_L',
    packetKey: 'responder_P',
  },
  decoded: decodeMessage('sendcmpct', payload),
}

async function shown(detail = DETAIL) {
  const test = testStore()
  test.batch([ITEM])
  test.store.getState().actions.select(30)
  test.detail(30, detail)
  const root = await render(<Details />, test)
  const grid = (view: 'wire' | 'plain') => byTestId(root, `bytes-${view}`)[0]
  const cell = (view: 'wire' | 'plain', byte: number) =>
    grid(view)?.querySelector<HTMLElement>(`[role="gridcell"][data-byte="${byte}"]`)
  const pointer = (type: string, target: Element | null | undefined, init = {}) =>
    act(async () => {
      target?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, button: 0, pointerType: 'mouse', ...init }),
      )
    })
  const press = (view: 'wire' | 'plain', key: string, init = {}) =>
    act(async () => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
      grid(view)?.dispatchEvent(event)
    })
  const treeItem = () => root.querySelector('[role="treeitem"][aria-selected="true"]')
  return { test, root, grid, cell, pointer, press, treeItem }
}

const chosen = () => {
  const { field, bytes } = useUi.getState()
  return [field, bytes?.view, bytes?.start, bytes?.end]
}
/** Of the second field of the message: version, 8 bytes. */
const VERSION = { id: '3.1', start: 6, end: 14 }

describe('a byte', () => {
  it('chooses its field in the tree, in both views', async () => {
    const { root, cell, pointer, treeItem } = await shown()
    await pointer('pointerdown', cell('plain', 7))
    expect(chosen()).toEqual([VERSION.id, 'plain', 7, 8])
    expect(treeItem()?.getAttribute('data-id')).toBe(VERSION.id)
    expect(cell('wire', 7)?.getAttribute('aria-selected')).toBe('true')
    expect(cell('wire', 8)?.className).toMatch(/field/)
    expect(byTestId(root, 'chosen-bytes')[0]?.textContent).toBe('version · offset 7 (0x7) · 1 byte')
  })

  it('chooses with Shift the bytes from the one before, and the field of them all', async () => {
    const { cell, pointer, treeItem } = await shown()
    await pointer('pointerdown', cell('wire', 7))
    await pointer('pointerup', cell('wire', 7))
    await pointer('pointerdown', cell('wire', 5), { shiftKey: true })
    expect(chosen()).toEqual(['3', 'wire', 5, 8])
    expect(treeItem()?.getAttribute('data-id')).toBe('3')
  })

  it('is tapped by a finger, or pressed for long and drawn on from', async () => {
    vi.useFakeTimers()
    const { cell, grid, pointer } = await shown()
    const touch = { pointerType: 'touch', clientX: 5, clientY: 5 }
    await pointer('pointerdown', cell('wire', 7), touch)
    expect(chosen()[0]).toBeUndefined()
    await pointer('pointerup', cell('wire', 7), touch)
    expect(chosen()).toEqual([VERSION.id, 'wire', 7, 8])
    // one that scrolls chooses nothing
    await pointer('pointerdown', cell('wire', 0), touch)
    await pointer('pointermove', cell('wire', 0), { ...touch, clientY: 60 })
    await act(async () => vi.runAllTimers())
    await pointer('pointerup', cell('wire', 0), touch)
    expect(chosen()[2]).toBe(7)
    await pointer('pointerdown', cell('wire', 6), touch)
    await act(async () => vi.runAllTimers())
    expect(chosen()[2]).toBe(6)
    vi.spyOn(document, 'elementFromPoint').mockReturnValue(cell('wire', 13) ?? null)
    await pointer('pointermove', grid('wire'), { ...touch, clientY: 30 })
    expect(chosen()).toEqual([VERSION.id, 'wire', 6, 14])
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
})

describe('the bytes by keyboard', () => {
  it('have a cursor, and with Shift a choice', async () => {
    const { root, grid, press } = await shown()
    await press('wire', 'ArrowRight')
    expect(chosen().slice(2)).toEqual([0, 1])
    await press('wire', 'End', { ctrlKey: true })
    expect(chosen()).toEqual(['4', 'wire', end + 15, end + 16])
    await press('wire', 'ArrowUp', { shiftKey: true })
    expect(chosen().slice(2)).toEqual([end - 1, end + 16])
    const active = grid('wire')?.getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.dataset.byte).toBe(String(end - 1))
    await press('wire', 'ArrowRight', { shiftKey: true })
    await press('wire', 'ArrowRight', { shiftKey: true })
    expect(chosen()).toEqual(['4', 'wire', end + 1, end + 16])
    await press('plain', 'a', { ctrlKey: true })
    expect(chosen()).toEqual([undefined, 'plain', 0, end + 16])
    const spoken = [...root.querySelectorAll('[role="status"]')].map((p) => p.textContent).join('')
    expect(spoken).toContain(
      'offset 0 (0x0) · 30 bytes (0x1e), in length field, header, message type, 2 more',
    )
  })
})

describe('a choice that came from elsewhere', () => {
  it('of bytes has their field found', async () => {
    const { treeItem } = await shown()
    await act(async () => selectBytes({ view: 'plain', start: 6, end: 8 }, undefined))
    expect(treeItem()?.getAttribute('data-id')).toBe(VERSION.id)
  })

  it('of a field has its bytes found', async () => {
    await shown()
    await act(async () => useUi.setState({ field: '3.1' }))
    expect(chosen()).toEqual([VERSION.id, 'wire', VERSION.start, VERSION.end])
  })

  it('of a key, and the field that it belongs to, stays with that key', async () => {
    await shown()
    await act(async () => useUi.setState({ field: '0', keyNode: 'recv_L.3' }))
    expect(chosen()).toEqual(['0', 'wire', 0, 3])
    expect(useUi.getState().keyNode).toBe('recv_L.3')
  })

  it('of bytes that are not there is none, or of those that are', async () => {
    await shown()
    await act(async () => selectBytes({ view: 'wire', start: 20, end: 999 }, undefined))
    expect(chosen()).toEqual(['4', 'wire', 20, end + 16])
    await act(async () => selectBytes({ view: 'wire', start: 500, end: 999 }, undefined))
    expect(chosen()[2]).toBeUndefined()
  })
})

describe('the tree by keyboard', () => {
  const press = (target: Element | null, key: string) =>
    act(async () => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
  const id = () => document.activeElement?.getAttribute('data-id')

  it('goes up and down, in and out, and chooses what it comes to', async () => {
    const { root } = await shown()
    const first = root.querySelector<HTMLElement>('[role="treeitem"]')
    await act(async () => first?.focus())
    for (const [key, expected] of [
      ['ArrowDown', '1'],
      ['End', '4'],
      ['ArrowUp', '3.1'],
      ['ArrowLeft', '3'],
      ['ArrowLeft', '3'],
      ['ArrowDown', '4'],
      ['ArrowUp', '3'],
      ['ArrowRight', '3'],
      ['ArrowRight', '3.0'],
      ['Home', '0'],
    ] as const) {
      await press(document.activeElement, key)
      expect([key, id()]).toEqual([key, expected])
      if (key !== 'ArrowLeft') expect(useUi.getState().field).toBe(expected)
    }
    expect(document.activeElement?.getAttribute('aria-level')).toBe('1')
    expect(root.querySelectorAll('[role="treeitem"][tabindex="0"]')).toHaveLength(1)
  })
})

describe('bytes that are copied', () => {
  it('are those that were chosen, their field or all, in the form that is wanted', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void written.push(text) },
    })
    const { root, cell, pointer } = await shown()
    await pointer('pointerdown', cell('plain', 4))
    await pointer('pointerdown', cell('plain', 3), { shiftKey: true })
    const copy = async (scope: string | undefined, form: string) => {
      await act(async () => byTestId(root, 'copy-as')[1]?.click())
      const buttons = () => [...root.querySelectorAll<HTMLElement>('[role="menu"] button')]
      const named = (text: string) => buttons().find((button) => button.textContent === text)
      if (scope) await act(async () => named(scope)?.click())
      await act(async () => named(form)?.click())
    }
    await copy(undefined, 'hex')
    await copy('everything: 30 bytes', 'Rust')
    expect(written[0]).toBe('0014')
    expect(written[1]).toMatch(/^const BYTES: \[u8; 30\]/)
    expect(root.textContent).toContain('30 bytes copied as Rust')
    vi.unstubAllGlobals()
  })
})

describe('what is said of a field', () => {
  it('is what it is, why it is there, its rule, and where the BIP has it', async () => {
    const { root, cell, pointer } = await shown()
    await pointer('pointerdown', cell('wire', 1))
    const { what, why } = en.explain.fields['length field']
    const said = byTestId(root, 'explained')[0]?.textContent ?? ''
    for (const text of [what, why, en.explain.rules.P1, 'BIP324 §Packet encryption']) {
      expect(said).toContain(text)
    }
  })

  it('of a field of a message has its words, and the BIP of the message beside BIP324', async () => {
    const { root, cell, pointer } = await shown()
    await pointer('pointerdown', cell('plain', 5))
    const { what, why } = messageFields['sendcmpct.high bandwidth']
    await vi.waitFor(() => expect(root.textContent).toContain(what))
    const said = byTestId(root, 'explained')[0]?.textContent ?? ''
    const place = 'BIP324 §v2 Bitcoin P2P message structure · BIP152 §sendcmpct'
    for (const text of [why, en.explain.rules.A1, place]) expect(said).toContain(text)
  })

  it('is in one sentence each, for every field', () => {
    for (const name of Object.keys(FIELD_SECTIONS)) {
      const words = Object.entries(en.explain.fields).find(([key]) => key === name)?.[1]
      expect(words?.what).toMatch(/^[A-Z0-9].*\.$/)
      expect(words?.why).toMatch(/^[A-Z0-9].*\.$/)
    }
  })
})

describe('a byte far down in a long message', () => {
  const COUNT = 40_000
  const long: ItemDetail = {
    event: {
      type: 'v1_message',
      seq: 30,
      role: 'initiator',
      direction: 'received',
      time: 1,
      bytes: new Uint8Array(COUNT),
      fields: [{ name: 'payload', start: 0, end: COUNT, row: 'A1' }],
      number: 1,
      messageType: 'odd',
      payload: new Uint8Array(COUNT),
    },
    decoded: {
      summary: '',
      fields: Array.from({ length: PARTS_AT_ONCE }, (_, i) => part(i)),
      fieldCount: COUNT,
    },
  }
  function part(i: number) {
    return { name: `n ${i}`, start: i, end: i + 1, value: '', fieldKey: 'ping.nonce' as const }
  }

  it('is located, brought into the tree, and shown with a gap before it', async () => {
    const { test, root, press, treeItem } = await shown(long)
    await press('wire', 'End', { ctrlKey: true })
    const asked = test.posted.findLast((message) => message.type === 'leaves')
    if (asked?.type !== 'leaves') throw new Error('nothing was asked')
    const { start, end: to } = asked
    expect(start).toBeLessThan(COUNT)
    expect(to).toBeGreaterThanOrEqual(COUNT)
    const leaves = Array.from({ length: COUNT - start }, (_, i) => ({
      path: [start + i],
      name: `n ${start + i}`,
      start: start + i,
      end: start + i + 1,
    }))
    await act(async () =>
      test.tell({ type: 'leaves', seq: 30, located: { start, end: to, leaves } }),
    )
    expect(useUi.getState().field).toBe(`0.${COUNT - 1}`)
    const from = COUNT - PARTS_AT_ONCE
    expect(test.posted.at(-1)).toMatchObject({ type: 'parts', path: [], from })
    const parts = Array.from({ length: PARTS_AT_ONCE }, (_, i) => part(from + i))
    await act(async () => test.tell({ type: 'parts', seq: 30, path: [], from, parts }))
    expect(treeItem()?.getAttribute('data-id')).toBe(`0.${COUNT - 1}`)
    expect(treeItem()?.getAttribute('aria-posinset')).toBe(String(COUNT))
    expect(byTestId(root, 'more-parts').map((gap) => gap.textContent)).toEqual([
      '… 39,800 more: show the next 100',
      '… 39,800 more before: show the last 100',
    ])
    expect(root.querySelectorAll('[role="gridcell"]').length).toBeLessThan(3000)
  })
})
