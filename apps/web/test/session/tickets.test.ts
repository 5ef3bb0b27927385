// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { tabTickets, takeFromAddress } from '../../src/session/tickets.js'
import { newStore } from './fake-port.js'

const TICKET = 'eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJhIn0.c2lnbmF0dXJl-_'
const OTHER = 'e30.e30.b3RoZXI'

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** A window at this hash, and what became of it. */
function windowAt(hash: string) {
  const location = { hash }
  const history = {
    replaceState: (_data: unknown, _unused: string, url: string) => {
      location.hash = url
    },
  }
  return { location, history }
}

describe('a ticket in the address', () => {
  it.each([
    [`#/session?ticket=${TICKET}`, '#/session'],
    [`#/session?peer=demo&ticket=${TICKET}&network=regtest`, '#/session?peer=demo&network=regtest'],
    [`#/session?peer=a%20b&hold=1&ticket=${TICKET}`, '#/session?peer=a%20b&hold=1'],
    [`#/session?%74icket=${TICKET}&peer=demo`, '#/session?peer=demo'],
    [`#/session?ticket=${TICKET}&ticket=${OTHER}`, '#/session'],
    [`#?ticket=${TICKET}`, '#'],
  ])('%s is kept, and what is left is %s', (hash, left) => {
    const tickets = tabTickets(memory)
    const at = windowAt(hash)
    expect(takeFromAddress(tickets, at)).toBe('kept')
    expect(tickets.get()).toBe(TICKET)
    expect(at.location.hash).toBe(left)
  })

  it.each(['', '#', '#/session', '#/session?peer=demo', '#/session?peer=my-ticket&x=ticket'])(
    '%s: there is none, and it stays as it is',
    (hash) => {
      const at = windowAt(hash)
      expect(takeFromAddress(tabTickets(memory), at)).toBe('none')
      expect(at.location.hash).toBe(hash)
    },
  )

  it.each([
    ['', 'nothing'],
    ['eyJhbGciOiJIUzI1NiJ9', 'cut off'],
    ['a.b.c d', 'with a space, which no subprotocol has'],
    ['a.b.c,d', 'with a comma'],
    [`a.b.${'c'.repeat(5000)}`, 'longer than a server reads'],
  ])('%s: %s, is dropped, and the one before it stays', (text) => {
    const tickets = tabTickets(memory)
    tickets.keep(OTHER)
    const at = windowAt(`#/session?peer=demo&ticket=${encodeURIComponent(text)}`)
    expect(takeFromAddress(tickets, at)).toBe('malformed')
    expect(at.location.hash).toBe('#/session?peer=demo')
    expect(tickets.get()).toBe(OTHER)
  })
})

describe('a ticket of a tab', () => {
  it('is there after the page is loaded anew, until it is forgotten', () => {
    const storage = memory()
    expect(tabTickets(() => storage).keep(` ${TICKET}\n`)).toBe(true)
    const tickets = tabTickets(() => storage)
    expect(tickets.get()).toBe(TICKET)
    tickets.forget()
    expect(tickets.get()).toBeUndefined()
    expect([...storage.kept]).toEqual([])
    expect(tabTickets(() => storage).get()).toBeUndefined()
  })

  it('lasts as long as the page where storage is forbidden', () => {
    const tickets = tabTickets(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(tickets.get()).toBeUndefined()
    tickets.keep(TICKET)
    expect(tickets.get()).toBe(TICKET)
    tickets.forget()
    expect(tickets.get()).toBeUndefined()
  })

  it('is not taken from a storage that has something else', () => {
    const storage = memory()
    storage.setItem('v2scope.ticket', 'nonsense with spaces')
    expect(tabTickets(() => storage).get()).toBeUndefined()
  })
})

describe('the store', () => {
  const storeWith = (ticket?: string) => {
    const tickets = tabTickets(memory)
    if (ticket !== undefined) tickets.keep(ticket)
    return { ...newStore({ tickets }), tickets }
  }

  it('gives the worker the ticket of a session over the bridge, and of no other', async () => {
    const { actions, port, state } = storeWith(TICKET)
    expect(state().hasTicket).toBe(true)
    await actions.open('#/session?peer=simulated')
    expect(port.posted.at(-1)).not.toHaveProperty('ticket')
    await actions.open('#/session?peer=demo')
    expect(port.posted.at(-1)).toMatchObject({ type: 'start', ticket: TICKET })
  })

  it('shows the next session another one, or none', async () => {
    const { actions, port, state } = storeWith(TICKET)
    await actions.open('#/session?peer=demo')
    expect(actions.takeTicket('no ticket')).toBe(false)
    expect(actions.takeTicket(OTHER)).toBe(true)
    actions.again()
    expect(port.posted.at(-1)).toMatchObject({ ticket: OTHER })
    actions.forgetTicket()
    expect(state().hasTicket).toBe(false)
    actions.again()
    expect(port.posted.at(-1)).not.toHaveProperty('ticket')
  })

  it('keeps it out of all that can be seen of it', async () => {
    const { actions, state } = storeWith(TICKET)
    await actions.open('#/session?peer=demo', 'kept')
    const seen = JSON.stringify({ ...state(), actions: undefined })
    expect(seen).toContain('demo')
    expect(seen).not.toContain(TICKET)
  })

  it('starts anew where the same address comes with another ticket', async () => {
    const { actions, state } = storeWith(TICKET)
    await actions.open('#/session?peer=demo')
    const first = state().current?.id
    await actions.open('#/session?peer=demo')
    expect(state().current?.id).toBe(first)
    await actions.open('#/session?peer=demo', 'kept')
    expect(state().current?.id).not.toBe(first)
  })

  it('says that what the address had was none', async () => {
    const { actions, state } = storeWith()
    await actions.open('#/session?peer=demo', 'malformed')
    expect(state().problems).toEqual([{ code: 'BAD_TICKET' }])
  })
})
