import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeRecording,
  encodeRecording,
  keepLevel,
  RecordingError,
  sha256Hex,
} from '../src/file.js'
import { RECORDING_LEVELS, type Recording } from '../src/index.js'
import { changed, failureOf, type Json, utf8 } from './broken-files.js'
import { aPlan, KINDS, plans, v2Session } from './sessions.js'

const { recording } = v2Session(aPlan)
const file = encodeRecording(recording)

describe('a recording and its file', () => {
  for (const [name, make] of KINDS) {
    it.each(RECORDING_LEVELS)(`gives back a session (${name}) at the level %s`, (level) => {
      const kept = keepLevel(make().recording, level)
      const text = encodeRecording(kept)
      expect(decodeRecording(text)).toStrictEqual(kept)
      expect(decodeRecording(utf8(text))).toStrictEqual(kept)
    })
  }

  it('gives back any session', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...RECORDING_LEVELS), (plan, level) => {
        const kept = keepLevel(v2Session(plan).recording, level)
        expect(decodeRecording(encodeRecording(kept))).toStrictEqual(kept)
      }),
      { numRuns: 40 },
    )
  })

  it('gives back a live session, with what a simulated one lacks and without what may be absent', () => {
    const { settings, standing, view: _, ...rest } = recording
    const { seed, ...live } = settings
    const { state, phase, transport, droppedBytes } = standing
    const kept: Recording = {
      ...rest,
      origin: 'live',
      startedAt: '2026-01-02T03:04:05.678Z',
      settings: { ...live, peer: 'demo', garbage: undefined, timeout: 2.5 },
      standing: { state, phase, transport, droppedBytes, local: '127.0.0.1:1', remote: '[::1]:2' },
    }
    expect(decodeRecording(encodeRecording(kept))).toStrictEqual(kept)
  })

  it('is never written where it could not be read', () => {
    const [first, ...others] = recording.events
    const backwards = { ...recording, events: first ? [...others, first] : [] }
    expect(() => encodeRecording(backwards)).toThrow(RecordingError)
    const { events: _, ...unread } = { ...recording, time: Number.NaN }
    expect(() => encodeRecording({ ...unread, events: [] })).toThrow('time is wrong')
  })

  it('is the same whatever the order of keys, and however often it is read and written', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
      const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)])
      return Object.fromEntries(entries.reverse())
    }
    // the inputs of a derivation are in the order of its formula, so those events are left out
    const events = recording.events.filter(({ type }) => type.startsWith('packet'))
    const some = { ...recording, events }
    const backwards = reversed(some) as Recording
    expect(Object.keys(backwards)).not.toEqual(Object.keys(some))
    expect(encodeRecording(backwards)).toBe(encodeRecording(some))
    expect(sha256Hex(encodeRecording(decodeRecording(file)))).toBe(sha256Hex(utf8(file)))
  })

  it('is ASCII, with a line for each event', () => {
    expect(file).toMatch(/^[\n\x20-\x7e]*$/)
    const lines = file.split('\n')
    expect(lines).toHaveLength(recording.events.length + 3)
    expect(lines[0]).toMatch(/^\{"format":"v2scope recording","version":1,"level":"secrets",/)
    const event = JSON.parse((lines[3] ?? '').replace(/,$/, ''))
    expect(event.seq).toBe(recording.events[2]?.seq)
  })

  it('may be laid out in another way', () => {
    expect(decodeRecording(JSON.stringify(JSON.parse(file), undefined, 2))).toStrictEqual(recording)
    expect(decodeRecording(utf8(`\ufeff${file}`))).toStrictEqual(recording)
  })
})

describe('a message', () => {
  const message = recording.events.findIndex(({ type }) => type === 'message')

  it('is told once: its bytes are the contents of its packet, the event before', () => {
    const { events }: Json = JSON.parse(file)
    expect(events[message].bytes).toBeNull()
    expect(recording.events[message]?.bytes.length).toBeGreaterThan(0)
  })

  it('has bytes of its own where its packet is not there, or holds others', () => {
    const without = recording.events.filter((_, i) => i !== message - 1)
    const alone = { ...recording, events: without }
    expect(decodeRecording(encodeRecording(alone))).toStrictEqual(alone)
    const error = failureOf(changed(recording, ({ events }) => events.splice(message - 1, 1)))
    expect(error.where).toBe(`events[${message - 1}].bytes (line 1)`)
  })
})
