import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_RULES, marker, readRules } from '../../src/ui/packets/colour-rules.js'
import {
  addRule,
  changeRule,
  raiseRule,
  removeRule,
  resetRules,
  useColourRules,
} from '../../src/ui/packets/colour-store.js'
import { PacketList } from '../../src/ui/packets/PacketList.js'
import { byTestId, ESTABLISHED, item, render, testStore } from './support.js'

const rules = () => useColourRules.getState().rules
const filters = () => rules().map(({ filter }) => filter)

afterEach(resetRules)

describe('the colour rules', () => {
  it('are right at first', () => {
    const markOf = marker(DEFAULT_RULES.map((rule) => ({ ...rule, isOn: true })))
    expect(markOf(item(1, { kind: 'rejected', number: 1 }))).toEqual({ colour: 'red', letter: 'A' })
    expect(markOf(item(2, { wireBytes: 100_001 }))?.letter).toBe('B')
    expect(markOf(item(3, { label: 'addrv2' }))?.letter).toBe('C')
    expect(markOf(item(4, { label: 'headers' }))?.letter).toBe('D')
    expect(markOf(item(5, { label: 'pong' }))?.letter).toBe('E')
    expect(markOf(item(6, { label: 'inv' }))).toBeUndefined()
  })

  it('mark by the first that is on, right, and satisfied', () => {
    const markOf = marker([
      { id: 1, filter: 'type:ping', colour: 'red', isOn: false },
      { id: 2, filter: 'type:', colour: 'red', isOn: true },
      { id: 3, filter: ' ', colour: 'red', isOn: true },
      { id: 4, filter: 'dir:out', colour: 'blue', isOn: true },
      { id: 5, filter: 'type:ping', colour: 'green', isOn: true },
    ])
    expect(markOf(item(1))).toEqual({ colour: 'blue', letter: 'D' })
    expect(markOf(item(2, { direction: 'received' }))).toEqual({ colour: 'green', letter: 'E' })
  })

  it('are changed, moved, added, removed, and kept', () => {
    addRule('dir:in')
    changeRule(1, { colour: 'green', isOn: false })
    raiseRule(2)
    removeRule(3)
    expect(filters().slice(0, 2)).toEqual(['size>100k', 'kind:rejected'])
    expect(filters().at(-1)).toBe('dir:in')
    expect(rules()[1]).toMatchObject({ colour: 'green', isOn: false })
    expect(readRules(localStorage.getItem('v2scope.colours') ?? '')).toEqual(rules())
    raiseRule(2)
    expect(filters()[0]).toBe('size>100k')
  })

  it.each(['', '{}', '[1]', '[{"id":1,"filter":"x","colour":"pink","isOn":true}]', 'null'])(
    'are not read out of %j',
    (text) => {
      expect(readRules(text)).toBeUndefined()
    },
  )

  it('put their letter on the rows, and are edited beside the filter', async () => {
    const test = testStore()
    test.batch([item(20), item(21, { label: 'addrv2' })], ESTABLISHED)
    const root = await render(<PacketList />, test)
    const letters = () =>
      byTestId(root, 'packet-row').map((row) => row.querySelector('[role=gridcell]')?.textContent)
    expect(letters()).toEqual(['', 'C'])
    await act(async () => byTestId(root, 'colour-rules')[0]?.click())
    const [box] = byTestId(root, 'colour-panel').flatMap((panel) => [
      ...panel.querySelectorAll<HTMLInputElement>('li:nth-child(3) input[type=checkbox]'),
    ])
    await act(async () => box?.click())
    expect(letters()).toEqual(['', ''])
  })
})
