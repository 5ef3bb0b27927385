import { randomBelow } from '@v2scope/peer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VirtualWorld } from '../../recording/src/virtual-world.js'
import { shapeTrace } from '../src/shaping/shape-trace.js'
import { EVERY, shapedSide, streamOf, VERSION_BYTES } from './shaped-side.js'

const UNTIL = 4000

const packets = fc
  .uniqueArray(
    fc.record({
      time: fc.integer({ min: 1, max: 3000 }),
      bytes: fc.integer({ min: 20, max: 3000 }),
    }),
    { maxLength: 40, selector: ({ time }) => time },
  )
  .map((all) => all.toSorted((a, b) => a.time - b.time))

const CBR = { strategy: 'constant bit rate', tickMs: 20, bytes: 300 } as const

describe('Shaper', () => {
  // the decoys of a handshake are a transport's to send: see the sessions
  it.each(EVERY.filter(({ strategy }) => strategy !== 'handshake decoys'))(
    '$strategy: does with a session what shapeTrace says of its packets',
    (shaping) => {
      fc.assert(
        fc.property(packets, (real) => {
          const { world, push, begin, segments, shaper } = shapedSide(shaping)
          for (const { time, bytes } of real) world.after(time, () => push([['message', bytes]]))
          begin()
          world.advanceTo(UNTIL)
          const { random } = new VirtualWorld('a shaped side')
          const traced = shapeTrace({
            packets: real,
            shaping,
            random: (limit) => randomBelow(random, limit),
            until: UNTIL,
          })
          expect(segments()).toEqual(traced.segments)
          expect(shaper.cost).toEqual(traced.cost)
        }),
        { numRuns: 30 },
      )
    },
  )

  it('loses nothing and keeps the order, however often the strategy is changed', () => {
    const change = fc.record({
      time: fc.integer({ min: 0, max: 3000 }),
      shaping: fc.constantFrom(undefined, ...EVERY),
    })
    fc.assert(
      fc.property(packets, fc.array(change, { maxLength: 12 }), (real, changes) => {
        const { world, push, begin, shaper, made, stream } = shapedSide(undefined)
        for (const { time, bytes } of real) world.after(time, () => push([['message', bytes]]))
        for (const { time, shaping } of changes) world.after(time, () => shaper.shape(shaping))
        begin()
        world.advanceTo(UNTIL)
        shaper.shape(undefined)
        expect(shaper.waiting).toBe(0)
        expect(world.next).toBeUndefined()
        expect(stream()).toEqual(streamOf(made()))
        expect(shaper.cost.packets).toBe(real.length)
      }),
      { numRuns: 100 },
    )
  })

  it('tells whenever some of it has left, so that nobody is left with what has waited', () => {
    const told: number[] = []
    const side = shapedSide(CBR, { onLetGo: () => told.push(side.shaper.cost.waitingRealBytes) })
    side.begin()
    side.push([['message', 1000]])
    for (let tick = 1; tick <= 6; tick++) {
      const before = told.length
      side.world.advanceTo(tick * CBR.tickMs)
      expect(told.length).toBe(before + 1)
      expect(told.at(-1)).toBe(Math.max(0, 1000 - tick * CBR.bytes))
      expect(side.shaper.waiting).toBe(told.at(-1))
    }
  })

  it('holds up nothing before the version packet is out', () => {
    const { shaper, push, sent, world } = shapedSide(CBR)
    const key = new Uint8Array(64)
    shaper.note({ direction: 'sent', type: 'key_sent', bytes: key })
    shaper.push(key)
    push([['decoy', 500]])
    expect(sent.map(({ bytes }) => bytes.length)).toEqual([64, 500])
    push([
      ['version', VERSION_BYTES],
      ['message', 1000],
    ])
    expect(sent.map(({ bytes }) => bytes.length)).toEqual([64, 500, VERSION_BYTES, 300])
    world.advanceTo(60)
    expect(sent.slice(3).map(({ time, bytes }) => [time, bytes.length])).toEqual([
      [0, 300],
      [20, 300],
      [40, 300],
      [60, 300],
    ])
    expect(shaper.cost).toMatchObject({ packets: 1, mostDelayMs: 60, realBytes: 1000 })
  })

  it('asks for no decoys while it may not, and lets go what waits all the same', () => {
    let may = true
    const { push, begin, sent, world, decoys } = shapedSide(CBR, { mayMakeDecoys: () => may })
    begin()
    may = false
    push([['message', 350]])
    world.advanceTo(100)
    expect(sent.slice(2).map(({ bytes }) => bytes.length)).toEqual([300, 50])
    may = true
    world.advanceTo(140)
    expect(sent.slice(4).map(({ time, bytes }) => [time, bytes.length])).toEqual([
      [120, 300],
      [140, 300],
    ])
    expect(decoys()).toBe(3)
  })

  it('adds nothing by the clock to a wire that is full, and goes on when it is not', () => {
    let isFull = false
    const { begin, segments, world } = shapedSide(CBR, { isCongested: () => isFull })
    begin()
    world.advanceTo(20)
    isFull = true
    world.advanceTo(1000)
    expect(segments().length).toBe(2)
    isFull = false
    world.advanceTo(1100)
    // once for what was missed, and then by the clock again
    expect(segments().slice(2)).toHaveLength(4)
    expect(segments().every(({ bytes }) => bytes === 300)).toBe(true)
  })

  it('takes a timer that is early for one that is not yet due', () => {
    const { begin, segments, world, shaper } = shapedSide(undefined)
    const after = world.after.bind(world)
    let isEarly = true
    world.after = (ms, action) => {
      const early = isEarly && ms > 1 ? 1 : 0
      isEarly = !isEarly
      return after(ms - early, action)
    }
    begin()
    shaper.shape(CBR)
    world.advanceTo(100)
    expect(segments().map(({ time }) => time)).toEqual([0, 20, 40, 60, 80, 100])
  })

  it('ends with its session: no timer is left', () => {
    const { begin, push, shaper, world } = shapedSide(CBR)
    begin()
    push([['message', 1000]])
    shaper.stop()
    expect(world.next).toBeUndefined()
    expect(shaper.waiting).toBe(1000)
  })

  it('keeps what is answered at once in order', () => {
    const answers = [40, 60]
    const side = shapedSide(
      { strategy: 'burst cover', most: 100 },
      {
        send: (bytes) => {
          side.sent.push({ time: side.world.now(), bytes })
          const bytesOfAnswer = answers.shift()
          if (bytesOfAnswer) side.push([['message', bytesOfAnswer]])
        },
      },
    )
    side.begin()
    side.push([['message', 30]])
    expect(side.stream()).toEqual(streamOf(side.made()))
    expect([side.shaper.waiting, side.decoys(), side.shaper.cost.packets]).toEqual([0, 3, 3])
  })
})
