import { describe, expect, it } from 'vitest'
import { Gate } from '../src/gate.js'

function gatedSource() {
  const source = { isRead: true, calls: 0, pause: () => set(false), resume: () => set(true) }
  const set = (isRead: boolean) => {
    source.isRead = isRead
    source.calls++
  }
  return { source, gate: new Gate(source) }
}

describe('a gate', () => {
  it('is read again only when no reason against it is left', () => {
    const { source, gate } = gatedSource()
    gate.hold('queue')
    gate.hold('pace')
    expect(source.isRead).toBe(false)
    gate.release('queue')
    expect(source.isRead).toBe(false)
    gate.hold('queue')
    gate.release('pace')
    expect(source.isRead).toBe(false)
    gate.release('queue')
    expect(source.isRead).toBe(true)
  })

  it('asks the source once, however often a reason is given', () => {
    const { source, gate } = gatedSource()
    for (let time = 0; time < 3; time++) gate.hold('queue')
    for (let time = 0; time < 3; time++) gate.release('queue')
    gate.release('pace')
    expect(source.calls).toBe(2)
    expect(gate.shuts).toBe(1)
  })

  it('that is open for good is not shut any more', () => {
    const { source, gate } = gatedSource()
    gate.hold('pace')
    gate.openForGood()
    expect(source.isRead).toBe(true)
    gate.hold('queue')
    gate.release('pace')
    expect(source.isRead).toBe(true)
    expect(gate.shuts).toBe(1)
  })
})
