import { decodeMessageType, fromHex } from '@v2scope/bip324'
import {
  decodeMessage,
  encodeForm,
  encodeMessage,
  type FormField,
  initialValue,
  MESSAGE_TYPES,
  MessageError,
  messageForm,
} from '@v2scope/messages'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FieldPart, ItemDetail } from '../../src/session/detail.js'
import { Composer } from '../../src/ui/composer/Composer.js'
import { changeComposer, resetComposer } from '../../src/ui/composer/composer-store.js'
import { byTestId, ESTABLISHED, item, render, testStore, type as typeInto } from './support.js'

beforeEach(() => resetComposer())

const HASH = '00ab'.repeat(16)

/** Of an item whose fields are all that counts. */
const NO_EVENT: ItemDetail['event'] = {
  type: 'garbage_received',
  seq: 1,
  role: 'initiator',
  direction: 'received',
  time: 1,
  bytes: new Uint8Array(0),
  fields: [],
}

const hashField = (start: number): FieldPart => ({
  name: 'item',
  fieldKey: 'inventory.hash',
  start,
  end: start + 1,
  value: HASH,
})

/** A composer in a session that is ready, and what a person does with it. */
async function open(status = {}) {
  const test = testStore()
  test.batch([item(1)], { ...ESTABLISHED, ...status })
  const root = await render(<Composer modal={false} onClose={() => {}} />, test)
  const at = (id: string): HTMLElement => {
    const [found] = byTestId(root, id)
    if (found === undefined) throw new Error(`there is no ${id}`)
    return found
  }
  return {
    test,
    root,
    at,
    /** Of what is wrong with a field, or with all of it. */
    text: (id: string) => byTestId(root, id)[0]?.textContent ?? undefined,
    click: (id: string) => act(async () => at(id).click()),
    fill: async (id: string, text: string) => {
      const field = at(id)
      if (field instanceof HTMLTextAreaElement) await write(field, text)
      else await typeInto(field, text)
    },
    choose: async (id: string, value: string) => {
      const select = at(id)
      if (!(select instanceof HTMLSelectElement)) throw new Error(`${id} is no choice`)
      await act(async () => {
        select.value = value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      })
    },
    sent: () => test.posted.filter(({ type }) => type.startsWith('send_')),
    canSend: () => !at('composer-send').hasAttribute('disabled'),
  }
}

async function write(field: HTMLTextAreaElement, text: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {}
  await act(async () => {
    set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const written = (element: HTMLElement): string => {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    return element.value
  }
  throw new Error('it holds no value')
}

/** Fields that stand in the form from the start, by their paths. */
function pathsOf(fields: readonly FormField[], around = ''): string[] {
  return fields
    .filter(({ optional }) => optional !== true)
    .flatMap(({ key, form }) =>
      form.kind === 'group' ? pathsOf(form.fields, `${around}${key}.`) : [`${around}${key}`],
    )
}

describe('the form of every type', () => {
  it.each(MESSAGE_TYPES)(
    '%s starts right, shows each field, and is sent as its codec has it',
    async (type) => {
      const form = messageForm(type)
      if (form === undefined) throw new Error('there is no form')
      const page = await open()
      await page.fill('composer-type', type)
      for (const path of pathsOf(form.fields)) expect(page.at(`field-${path}`)).toBeDefined()
      expect(page.text('composer-error')).toBeUndefined()
      await page.click('composer-send')
      const payload = encodeForm(type, initialValue(form))
      expect(page.sent()).toEqual([
        { type: 'send_message', messageType: type, payload, form: 'short' },
      ])
      expect(page.text('composer-reading')).toContain(`reads: ${type}`)
    },
  )

  it('gives lists their items, and each item its fields', async () => {
    const page = await open()
    await page.fill('composer-type', 'tx')
    await page.click('add-transaction.inputs')
    await page.click('add-transaction.inputs.0.witness')
    await page.fill('field-transaction.inputs.0.witness.0', 'aabb')
    await page.click('add-transaction.outputs')
    await page.fill('field-transaction.outputs.0.amount', '0x5f5e100')
    expect(page.root.textContent).toContain('1.00000000 BTC')
    await page.click('composer-send')
    const [order] = page.sent()
    if (order?.type !== 'send_message') throw new Error('nothing was sent')
    const { message } = decodeMessage('tx', order.payload)
    expect(message).toMatchObject({
      transaction: { inputs: [{ witness: [fromHex('aabb')] }], outputs: [{ amount: 100000000n }] },
    })
    await page.click('remove-transaction.inputs.0')
    expect(byTestId(page.root, 'field-transaction.inputs.0.witness')).toHaveLength(0)
  })

  it('sends an optional field only where it is wanted', async () => {
    const page = await open()
    await page.fill('composer-type', 'reject')
    expect(byTestId(page.root, 'field-hash')).toHaveLength(0)
    await page.click('include-hash')
    await page.fill('field-hash', HASH)
    await page.click('composer-send')
    await page.click('include-hash')
    await page.click('composer-send')
    const lengths = page.sent().map((order) => 'payload' in order && order.payload.length)
    expect(lengths).toEqual([37, 5])
  })

  it('takes the present time for a time that is now', async () => {
    vi.setSystemTime(1_700_000_000_000)
    const page = await open()
    await page.fill('composer-type', 'version')
    await page.fill('field-timestamp', 'now')
    expect(page.root.textContent).toContain('2023-11-14 22:13:20 UTC')
    await page.click('composer-send')
    vi.useRealTimers()
    const [order] = page.sent()
    if (order?.type !== 'send_message') throw new Error('nothing was sent')
    expect(decodeMessage('version', order.payload).message).toMatchObject({
      timestamp: 1_700_000_000n,
    })
  })
})

describe('what is wrong with a form', () => {
  it.each([
    ['ping', 'nonce', '18446744073709551616', 'allowed: 0 to 18446744073709551615'],
    ['ping', 'nonce', '1.5', 'whole number'],
    ['getcfilters', 'stopHash', 'ab', '64 hex digits; here are 2'],
    ['getcfilters', 'stopHash', 'abxd', '“x” at character 3'],
    ['filteradd', 'element', 'abc', '3 hex digits'],
    ['filteradd', 'element', 'ab'.repeat(521), 'at most 520 fit'],
    ['reject', 'reason', 'ü', 'printable ASCII'],
  ])('%s %s "%s" is told beside the field, and nothing is sent', async (type, key, text, words) => {
    const page = await open()
    await page.fill('composer-type', type)
    await page.fill(`field-${key}`, text)
    expect(page.text(`problem-${key}`)).toContain(words)
    expect(page.at(`field-${key}`).getAttribute('aria-invalid')).toBe('true')
    expect(page.text('composer-error')).toContain(words)
    expect(page.canSend()).toBe(false)
  })

  it('is told at the one item of a list that the codec refuses', async () => {
    const page = await open()
    await page.fill('composer-type', 'addr')
    await page.click('add-addresses')
    await page.click('add-addresses')
    await page.fill('field-addresses.1.address', 'nowhere')
    expect(page.text('problem-addresses.1.address')).toContain('address')
    expect(page.text('problem-addresses.0.address')).toBeUndefined()
  })

  it('stays as it was typed while another type is looked at', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.fill('field-nonce', '0xzz')
    await page.fill('composer-type', 'pong')
    expect(written(page.at('field-nonce'))).toBe('0x0')
    await page.fill('field-nonce', '7')
    await page.fill('composer-type', 'ping')
    expect(written(page.at('field-nonce'))).toBe('0xzz')
  })
})

describe('what is sent', () => {
  it('is a getdata, short or long, told and linked', async () => {
    const page = await open()
    await page.fill('composer-type', 'getdata')
    await page.click('add-inventory')
    await page.choose('choice-inventory.0.kind', '1')
    await page.fill('field-inventory.0.hash', HASH.toUpperCase())
    await page.click('composer-long')
    await page.click('composer-send')
    const payload = encodeMessage({
      type: 'getdata',
      inventory: [{ kind: 1, kindName: 'tx', hash: HASH }],
    })
    expect(page.sent()).toEqual([
      { type: 'send_message', messageType: 'getdata', payload, form: 'long' },
    ])
    await act(async () =>
      page.test.batch(
        [
          item(5, { label: 'pong', number: 3 }),
          item(6, { label: 'getdata', number: 4, asks: { what: 'transaction', count: 1 } }),
          item(8, { label: 'notfound', direction: 'received', answers: { seq: 6, count: 1 } }),
        ],
        ESTABLISHED,
      ),
    )
    expect(page.root.textContent).toContain('sent as #4 getdata')
    expect(page.text('link-asks')).toContain('notfound')
  })

  it('takes hashes from the message that is selected', async () => {
    const page = await open()
    const payload = encodeMessage({
      type: 'inv',
      inventory: [{ kind: 2, kindName: 'block', hash: HASH }],
    })
    const detail: ItemDetail = {
      event: NO_EVENT,
      decoded: decodeMessage('inv', payload),
    }
    await act(async () => {
      page.test.store.getState().actions.select(1)
      page.test.detail(1, detail)
    })
    await page.fill('composer-type', 'getblocktxn')
    await page.choose('seen-blockHash', HASH)
    expect(written(page.at('field-blockHash'))).toBe(HASH)
  })

  it('has the rest of a long message brought, whose last hashes are the newest', async () => {
    const page = await open()
    const { fields } = decodeMessage('inv', Uint8Array.of(0))
    await act(async () => {
      page.test.store.getState().actions.select(1)
      page.test.detail(1, {
        event: NO_EVENT,
        decoded: { fields: [hashField(0), ...fields], fieldCount: 3, summary: '' },
      })
    })
    await page.fill('composer-type', 'getblocktxn')
    await page.choose('seen-blockHash', 'rest')
    const asked = page.test.posted.findLast(({ type }) => type === 'parts')
    expect(asked).toMatchObject({ seq: 1, path: [], from: 2 })
    const last = { ...hashField(2), value: `block ${'cd'.repeat(32)}` }
    await act(async () =>
      page.test.tell({ type: 'parts', seq: 1, path: [], from: 2, parts: [last] }),
    )
    await page.choose('seen-blockHash', 'cd'.repeat(32))
    expect(written(page.at('field-blockHash'))).toBe('cd'.repeat(32))
    expect(page.text('seen-blockHash')).not.toContain('bring')
  })

  it('is the payload that was written by hand, until one goes back to the form', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.fill('field-nonce', '1')
    expect(written(page.at('composer-hex'))).toBe('01 00 00 00 00 00 00 00')
    await page.fill('composer-hex', '0102')
    expect(page.root.textContent).toContain('No longer from the form')
    expect(page.text('composer-reading')).toContain('cannot read')
    await page.click('composer-send')
    await page.click('composer-from-form')
    await page.click('composer-send')
    const payloads = page.sent().map((order) => 'payload' in order && [...order.payload])
    expect(payloads).toEqual([
      [1, 2],
      [1, 0, 0, 0, 0, 0, 0, 0],
    ])
  })

  it('is a type of one’s own, of 1 to 12 characters', async () => {
    const page = await open()
    await page.fill('composer-type', 'other type')
    expect(page.canSend()).toBe(false)
    await page.fill('composer-other-type', 'néw')
    expect(page.text('problem-#type')).toContain('0x20 to 0x7f')
    await page.fill('composer-other-type', 'new')
    await page.fill('composer-hex', 'ff')
    await page.click('composer-send')
    expect(page.sent()).toMatchObject([{ messageType: 'new', payload: Uint8Array.of(255) }])
  })

  it('is raw contents, whatever they are', async () => {
    const page = await open()
    await page.fill('composer-type', 'raw contents')
    await page.fill('composer-hex', '0b 0')
    expect(page.text('composer-error')).toContain('3 hex digits')
    await page.fill('composer-hex', '0b\n00 g')
    expect(page.text('composer-error')).toContain('“g” at character 7')
    await page.fill('composer-hex', '0B\n00')
    await page.click('composer-send')
    expect(page.sent()).toEqual([{ type: 'send_contents', contents: Uint8Array.of(11, 0) }])
  })
})

describe('wrong on purpose', () => {
  const contentsOf = async (name: string): Promise<Uint8Array> => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.choose('composer-wrong', name)
    await page.click('composer-send')
    const [order] = page.sent()
    if (order?.type !== 'send_contents') throw new Error('no contents were sent')
    return order.contents
  }

  it.each([
    ['short id', 'UNKNOWN_SHORT_ID'],
    ['after NUL', 'LONG_TYPE_NOT_PADDED'],
    ['character', 'LONG_TYPE_NOT_ASCII'],
    ['cut type', 'LONG_TYPE_CUT_SHORT'],
    ['empty', 'EMPTY_CONTENTS'],
  ])('%s: the type is rejected as %s (A5)', async (name, rejection) => {
    expect(decodeMessageType(await contentsOf(name))).toEqual({ ok: false, rejection })
  })

  it.each([
    ['cut', 'TRUNCATED'],
    ['count', 'NON_CANONICAL_SIZE'],
  ])('%s: the payload cannot be read, %s', async (name, code) => {
    const page = await open()
    await page.fill('composer-type', 'getheaders')
    await page.choose('composer-wrong', name)
    expect(page.text('composer-reading')).toContain('cannot read')
    await page.click('composer-send')
    const [order] = page.sent()
    if (order?.type !== 'send_message') throw new Error('no message was sent')
    const read = () => decodeMessage('getheaders', order.payload)
    expect(read).toThrow(MessageError)
    expect(read).toThrow(expect.objectContaining({ code }))
  })

  it('too big: one byte more than nodes take (P3)', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.choose('composer-wrong', 'too big')
    await page.click('composer-send')
    const [order] = page.sent()
    expect(order && 'payload' in order && order.payload.length + 1).toBe(4_000_014)
  })

  it('refuses a short id that somebody knows, and a message without any count', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.choose('composer-wrong', 'short id')
    await page.fill('composer-short-id', '18')
    expect(page.canSend()).toBe(false)
    await page.fill('composer-short-id', '255')
    expect(page.canSend()).toBe(true)
    await page.choose('composer-wrong', 'count')
    expect(page.text('composer-error')).toContain('cannot be wrong in that way')
  })

  it('has no types to be wrong in v1, and no contents', async () => {
    const page = await open({ transport: 'v1' })
    await page.fill('composer-type', 'ping')
    const names = [...page.at('composer-wrong').querySelectorAll('option')].map((o) => o.value)
    expect(names).toEqual(['', 'cut', 'behind', 'count', 'too big'])
    expect(byTestId(page.root, 'composer-long')).toHaveLength(0)
    expect(page.text('composer-preview')).toContain('32 bytes')
    await act(async () => changeComposer({ subject: { kind: 'raw' } }))
    expect(page.text('composer-error')).toContain('v1 has no contents')
  })
})

describe('where nothing can be sent', () => {
  it.each([
    ['handshake', 'Once the session is established'],
    ['closed', 'The session is over'],
    ['failed', 'The session is over'],
  ] as const)('in a session that is %s the composer says so', async (state, words) => {
    const page = await open({ state })
    expect(page.canSend()).toBe(false)
    expect(page.root.textContent).toContain(words)
  })

  it('says that Hold keeps it, until it has gone', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.click('composer-send')
    const held = item(9, { label: 'ping' })
    const hold = { isOn: true, count: 1, bytes: 29, first: [{ id: 0, item: held }] }
    await act(async () => page.test.batch([], { ...ESTABLISHED, hold }))
    expect(page.text('composer')).toContain('Hold keeps it')
    const none = { ...hold, count: 0, bytes: 0, first: [] }
    await act(async () => page.test.batch([held], { ...ESTABLISHED, hold: none }))
    expect(page.text('composer')).not.toContain('Hold keeps it')
    expect(page.text('composer')).toContain('sent as')
  })

  it('says why the session did not send it', async () => {
    const page = await open()
    await page.fill('composer-type', 'ping')
    await page.click('composer-send')
    const notice = { id: 1, code: 'NOT_READY', text: 'It has to wait.' } as const
    await act(async () => page.test.batch([], { ...ESTABLISHED, notice }))
    expect(page.text('composer-error')).toBe('It has to wait.')
  })
})
