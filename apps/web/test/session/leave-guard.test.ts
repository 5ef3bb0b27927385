// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { guardLeaving, type LeaveTarget } from '../../src/session/leave-guard.js'
import { item, newStore } from './fake-port.js'
import { SETTINGS } from './test-world.js'

const LIVE = { ...SETTINGS, peer: 'mine' }

function guarded() {
  const page = newStore()
  const listeners: Parameters<LeaveTarget['addEventListener']>[1][] = []
  guardLeaving(page.store, { addEventListener: (_, listener) => listeners.push(listener) })
  const isAsked = () => {
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    const event = { preventDefault, returnValue: '' }
    for (const listener of listeners) listener(event)
    expect(Boolean(event.returnValue)).toBe(isPrevented)
    return isPrevented
  }
  const saved = (session: number, untilSeq: number) =>
    page.port.say({ type: 'saved', session, file: new Blob(), name: '', sha256: '', untilSeq })
  return { ...page, isAsked, saved }
}

describe('leaving the page', () => {
  it('with a live session that is not saved asks first', () => {
    const { actions, port, isAsked, saved } = guarded()
    expect(isAsked()).toBe(false)
    actions.start(LIVE)
    expect(isAsked()).toBe(false)
    port.batch(1, {}, [item(1), item(2)])
    expect(isAsked()).toBe(true)
    saved(1, 2)
    expect(isAsked()).toBe(false)
    port.batch(1, {}, [item(3)])
    expect(isAsked()).toBe(true)
    saved(1, 5)
    expect(isAsked()).toBe(false)
  })

  it('asks for the session before the present one too', () => {
    const { actions, port, isAsked, saved } = guarded()
    actions.start(LIVE)
    port.batch(1, {}, [item(1)])
    actions.start(SETTINGS)
    expect(isAsked()).toBe(true)
    saved(1, 1)
    expect(isAsked()).toBe(false)
  })

  it('does not ask for what can be made or opened again', () => {
    const { actions, port, isAsked } = guarded()
    actions.start(SETTINGS)
    port.batch(1, {}, [item(1)])
    expect(isAsked()).toBe(false)
    actions.openFile(new Blob(), 'x')
    port.opened(2, {}, LIVE)
    port.batch(2, {}, [item(1)])
    expect(isAsked()).toBe(false)
  })
})
