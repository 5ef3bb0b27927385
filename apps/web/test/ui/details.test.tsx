import { concatBytes } from '@v2scope/bip324'
import { decodeMessage, encodeMessage } from '@v2scope/messages'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { type FieldPart, type ItemDetail, PARTS_AT_ONCE } from '../../src/session/detail.js'
import { plainBytes } from '../../src/session/plain-bytes.js'
import { Details } from '../../src/ui/details/Details.js'
import { FieldValue } from '../../src/ui/details/FieldValue.js'
import { fieldsOf } from '../../src/ui/details/item-fields.js'
import { leavesIn, runsByRow } from '../../src/ui/details/leaves.js'
import { toHexText } from '../../src/ui/parts/format.js'
import { useUi } from '../../src/ui/ui-store.js'
import { en } from '../../src/words/en/index.js'
import { byTestId, item, render, testStore } from './support.js'

const payload = encodeMessage({ type: 'sendcmpct', highBandwidth: true, version: 2n })
const contents = concatBytes(Uint8Array.of(20), payload)
const tag = new Uint8Array(16).fill(0xee)
const wire = concatBytes(new Uint8Array(4 + contents.length).fill(0xaa), tag)
const end = 4 + contents.length

const ITEM = item(30, { label: 'sendcmpct', wireBytes: wire.length, number: 5 })
const DETAIL: ItemDetail = {
  event: {
    type: 'packet_received',
    seq: 30,
    role: 'initiator',
    direction: 'received',
    time: 1,
    bytes: wire,
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

const click = (item: Element | null) =>
  item?.dispatchEvent(new MouseEvent('click', { bubbles: true }))

const byLabel = (root: ParentNode, label: string) =>
  root.querySelector<HTMLElement>(`[aria-label="${label}"]`)

describe('the fields of a packet', () => {
  const fields = fieldsOf(DETAIL, ITEM, en)

  it('tile every byte, with those of the message inside the payload', () => {
    let at = 0
    for (const leaf of leavesIn(fields)) {
      expect(leaf.start).toBe(at)
      at = leaf.end
    }
    expect(at).toBe(wire.length)
  })

  it.each([8, 16])('colour every byte once in rows of %i', (perRow) => {
    const rows = runsByRow(leavesIn(fields), perRow, 0, Math.ceil(wire.length / perRow))
    const seen = rows
      .flat()
      .flatMap(({ start, end: to }) => Array.from({ length: to - start }, (_, i) => start + i))
    expect(seen).toEqual(Array.from({ length: wire.length }, (_, i) => i))
    rows.forEach((row, i) => {
      for (const run of row) expect(Math.floor(run.start / perRow)).toBe(i)
    })
  })

  it('are decrypted in the layout of the wire', () => {
    const plain = plainBytes(DETAIL.event)
    expect(toHexText(plain ?? new Uint8Array(0))).toBe(
      `0a000000${toHexText(contents)}${toHexText(tag)}`,
    )
  })
})

describe('the details', () => {
  it('show wire above decrypted, and mark the bytes of a chosen field in both', async () => {
    const test = testStore()
    test.batch([ITEM])
    test.store.getState().actions.select(30)
    test.detail(30, DETAIL)
    const root = await render(<Details />, test)
    expect([...root.querySelectorAll('h4')].map((h) => h.textContent)).toEqual([
      'On the wire',
      'Decrypted',
    ])
    expect(root.textContent).toContain('short id 20')
    const header = root.querySelector<HTMLElement>('[data-id="1"]')
    await act(async () => click(header))
    expect(header?.getAttribute('aria-selected')).toBe('true')
    const marked = [...root.querySelectorAll('[data-field="header"]')]
    // hex and ASCII, twice
    expect(marked).toHaveLength(4)
    expect(useUi.getState().bytes).toEqual({ view: 'wire', start: 3, end: 4 })
    for (const cell of marked) expect(cell.className).toMatch(/chosen/)
  })

  it('say so where the bytes had to be dropped', async () => {
    const test = testStore()
    test.batch([ITEM])
    const root = await render(<Details />, test)
    expect(root.textContent).toContain('Nothing chosen yet')
    await act(async () => {
      test.store.getState().actions.select(30)
      test.detail(30, undefined)
    })
    expect(root.textContent).toContain('These bytes are gone')
  })
})

describe('a field with many parts', () => {
  const TOTAL = 250
  const part = (i: number): FieldPart => ({
    name: `item ${i}`,
    fieldKey: 'inventory.item',
    start: 1 + i,
    end: 2 + i,
    value: `value of ${i}`,
  })
  const parts = (from: number) =>
    Array.from({ length: Math.min(TOTAL - from, PARTS_AT_ONCE) }, (_, i) => part(from + i))
  const long = new Uint8Array(TOTAL + 1).fill(7)
  const many: ItemDetail = {
    event: {
      type: 'v1_message',
      seq: 30,
      role: 'initiator',
      direction: 'received',
      time: 1,
      bytes: long,
      fields: [{ name: 'payload', start: 0, end: long.length, row: 'A1' }],
      number: 1,
      messageType: 'inv',
      payload: long,
    },
    decoded: {
      summary: 'inventory 250: tx 250',
      fields: [
        { name: 'count', fieldKey: 'inventory.count', start: 0, end: 1, value: '250' },
        {
          name: 'items',
          fieldKey: 'inv.inventory',
          start: 1,
          end: TOTAL + 1,
          value: '',
          children: parts(0),
          partCount: TOTAL,
        },
      ],
    },
  }

  it('has a leaf for every byte before all of them have come', () => {
    let at = 0
    for (const leaf of leavesIn(fieldsOf(many, ITEM, en))) {
      expect(leaf.start).toBe(at)
      at = leaf.end
    }
    expect(at).toBe(long.length)
  })

  it('asks for more where they are wanted, and knows each by its place', async () => {
    const test = testStore()
    test.batch([ITEM])
    test.store.getState().actions.select(30)
    test.detail(30, many)
    const root = await render(<Details />, test)
    await act(async () => byLabel(root, 'parts of items')?.click())
    const more = () => byTestId(root, 'more-parts').map((gap) => gap.textContent)
    expect(more()).toEqual(['… 150 more: show the next 100'])
    expect(root.textContent).not.toContain('value of 100')
    await act(async () => byTestId(root, 'more-parts')[0]?.click())
    const asked = { path: [1], from: PARTS_AT_ONCE }
    expect(test.posted.at(-1)).toMatchObject({ type: 'parts', seq: 30, ...asked })
    await act(async () => test.tell({ type: 'parts', seq: 30, ...asked, parts: parts(100) }))
    expect(root.textContent).toContain('value of 199')
    expect(more()).toEqual(['… show 50 more'])
    await act(async () => click(root.querySelector('[data-id="0.1.117"]')))
    expect(useUi.getState().field).toBe('0.1.117')
  })
})

describe('a long value', () => {
  it('is cut, shown whole when asked for, and copied whole', async () => {
    const value = 'OP_CHECKSIG '.repeat(60)
    const root = await render(<FieldValue name="script" value={value} />, testStore())
    expect(root.textContent?.length).toBeLessThan(value.length)
    expect(root.querySelector('[aria-label="copy script"]')).not.toBeNull()
    const all = [...root.querySelectorAll('button')].find((b) => b.textContent?.includes('all'))
    await act(async () => all?.click())
    expect(root.textContent).toContain(value.trim())
  })
})
