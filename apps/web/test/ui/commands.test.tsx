import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { Commands } from '../../src/ui/commands/Commands.js'
import { COMMAND_IDS, keysOf } from '../../src/ui/commands/command-table.js'
import { runCommand, useRegistry } from '../../src/ui/commands/registry.js'
import { commandOf, type KeyPress, keyName } from '../../src/ui/commands/shortcuts.js'
import { writeFilter } from '../../src/ui/ui-store.js'
import { HANDSHAKE_ITEMS, item, render, testStore } from './support.js'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: document.body,
  ...more,
})

const within = (html: string): Element => {
  document.body.innerHTML = html
  const target = document.body.querySelector('[data-here]')
  if (!target) throw new Error('nothing is marked')
  return target
}

describe('a key', () => {
  it('belongs to one command', () => {
    const keys = COMMAND_IDS.flatMap(keysOf)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each([
    ['j', {}, 'next_packet'],
    ['k', {}, 'previous_packet'],
    ['k', { ctrlKey: true }, 'palette'],
    ['K', { metaKey: true }, 'palette'],
    ['?', { shiftKey: true }, 'help'],
    [' ', {}, 'run'],
    ['ArrowRight', {}, 'step'],
    ['ArrowRight', { shiftKey: true }, 'to_end'],
    ['j', { ctrlKey: true }, undefined],
    ['j', { altKey: true }, undefined],
    ['x', {}, undefined],
  ] as const)('%j with %j asks for %s', (key, more, id) => {
    expect(commandOf(press(key, more))).toBe(id)
  })

  it.each([
    ['j', '<input data-here>'],
    ['j', '<textarea data-here></textarea>'],
    ['j', '<dialog><button data-here>x</button></dialog>'],
    [' ', '<button data-here>x</button>'],
    ['ArrowRight', '<div role="grid"><i data-here></i></div>'],
    ['ArrowLeft', '<input type="range" data-here>'],
  ])('%j is left to %s', (key, html) => {
    expect(commandOf(press(key, { target: within(html) }))).toBeUndefined()
  })

  it('of a letter works where only the arrows are taken', () => {
    const target = within('<div role="grid"><i data-here></i></div>')
    expect(commandOf(press('j', { target }))).toBe('next_packet')
  })

  it('is named as it is printed', () => {
    expect(keyName('mod+k', true, 'Space')).toBe('⌘K')
    expect(keyName('mod+k', false, 'Space')).toBe('Ctrl K')
    expect(keyName('shift+ArrowLeft', false, 'Space')).toBe('Shift ←')
    expect(keyName(' ', false, 'Space')).toBe('Space')
  })
})

describe('commands', () => {
  const start = async () => {
    const world = testStore()
    world.batch([
      ...HANDSHAKE_ITEMS,
      item(20, { label: 'inv' }),
      item(21, { label: 'ping' }),
      item(22, { label: 'inv' }),
    ])
    await render(<Commands />, world)
    const selected = () => world.store.getState().current?.selected
    const run = (id: Parameters<typeof runCommand>[0]) => act(async () => void runCommand(id))
    return { world, selected, run }
  }

  it('go from packet to packet, and stop at the last', async () => {
    const { selected, run } = await start()
    const seen = []
    for (let i = 0; i < 7; i++) {
      await run('next_packet')
      seen.push(selected())
    }
    expect(seen).toEqual([6, 11, 12, 20, 21, 22, 22])
    await run('previous_packet')
    expect(selected()).toBe(21)
  })

  it('keep to what the filter leaves', async () => {
    const { selected, run } = await start()
    act(() => writeFilter('type:inv'))
    await run('next_packet')
    await run('next_packet')
    expect(selected()).toBe(22)
    await run('previous_packet')
    expect(selected()).toBe(20)
  })

  it('lead to the other screens', async () => {
    const { world, run } = await start()
    await run('to_keys')
    expect(world.store.getState().screen).toBe('keys')
    await run('show_packets')
    expect(world.store.getState().screen).toBe('session')
  })

  it('that can’t be done are not there', async () => {
    const { world } = await start()
    const can = () => useRegistry.getState().actions.has('ping')
    expect(can()).toBe(false)
    await act(async () => world.batch([], { state: 'ready', transport: 'v2' }))
    expect(can()).toBe(true)
    expect(runCommand('ping')).toBe(true)
    expect(world.posted.at(-1)).toEqual({ type: 'ping' })
  })

  it('answer to a key, unless something else has used it', async () => {
    const { selected } = await start()
    const send = (init: KeyboardEventInit, used = false) =>
      act(async () => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
        if (used) event.preventDefault()
        document.body.dispatchEvent(event)
      })
    await send({ key: 'j' }, true)
    expect(selected()).toBeUndefined()
    await send({ key: 'j' })
    expect(selected()).toBe(6)
    await send({ key: 'k', ctrlKey: true })
    expect(useRegistry.getState().open).toBe('palette')
    act(() => useRegistry.setState({ open: undefined }))
  })
})
