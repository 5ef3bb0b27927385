import { describe, expect, it } from 'vitest'
import { SIMULATED_START, VirtualWorld } from '../src/virtual-world.js'

describe('VirtualWorld', () => {
  it('stands still until it is moved', () => {
    const world = new VirtualWorld('x')
    let called = false
    world.after(0, () => {
      called = true
    })
    expect([called, world.now(), world.next]).toEqual([false, 0, 0])
    world.advanceTo(0)
    expect([called, world.now(), world.next]).toEqual([true, 0, undefined])
  })

  it('lets each thing happen at its own time, in order, and the first asked for first', () => {
    const world = new VirtualWorld('x')
    const seen: string[] = []
    const note = (name: string) => () => void seen.push(`${name} ${world.now()}`)
    world.after(20, note('c'))
    world.after(10, note('a'))
    world.after(10, () => {
      note('b')()
      world.after(0, note('b again'))
      world.after(5, note('b later'))
    })
    world.after(31, note('too late'))
    world.advanceTo(30)
    expect(seen).toEqual(['a 10', 'b 10', 'b again 10', 'b later 15', 'c 20'])
    expect([world.now(), world.unixTime(), world.next]).toEqual([30, SIMULATED_START + 0.03, 31])
  })

  it('never goes back, and forgets what was called off', () => {
    const world = new VirtualWorld('x')
    world.advanceTo(100.7)
    world.advanceTo(50)
    expect(world.now()).toBe(100)
    const cancel = world.after(1, () => {
      throw new Error('it was called off')
    })
    cancel()
    cancel()
    world.advanceTo(200)
    expect(world.next).toBeUndefined()
  })
})
