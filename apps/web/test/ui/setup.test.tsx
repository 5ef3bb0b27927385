import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { draftOf, settingsOf } from '../../src/ui/setup/draft.js'
import { SetupBar } from '../../src/ui/setup/SetupBar.js'
import { useDraft } from '../../src/ui/setup/use-draft.js'
import { render, SETTINGS, testStore, type } from './support.js'

function Setup() {
  return <SetupBar {...useDraft()} withEnd />
}

/** Seed, garbage, decoys. */
const field = (root: HTMLElement, i: number) => root.querySelectorAll('input')[i] ?? null

async function choose(root: HTMLElement, value: string): Promise<void> {
  const select = root.querySelector('select')
  if (!select) throw new Error('there is nothing to choose from')
  await act(async () => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

describe('the setup', () => {
  it('carries the time limit of the address through a change', () => {
    expect(settingsOf({ ...draftOf({ ...SETTINGS, timeout: 77 }), decoys: '3' }).timeout).toBe(77)
    expect(settingsOf(draftOf(SETTINGS))).not.toHaveProperty('timeout')
  })

  it('says what is wrong rather than that it is to be applied', async () => {
    const root = await render(<Setup />, testStore())
    await type(field(root, 2), '5000')
    expect(root.textContent).toContain('decoys: 0 to 1,000')
    expect(root.textContent).not.toContain('Connect applies it')
    await type(field(root, 2), '5')
    expect(root.textContent).toContain('Connect applies it')
  })

  it('shows the settings of the last session as they were, read-only', async () => {
    const test = testStore()
    test.store.getState().actions.start({ ...SETTINGS, network: 'signet', decoys: 7 })
    const root = await render(<Setup />, test)
    expect(field(root, 2)?.value).toBe('7')
    await act(async () => test.store.getState().actions.showPrevious())
    expect(root.querySelectorAll('input, select:not([data-testid="speed"])')).toHaveLength(0)
    expect(root.textContent).toContain('Decoys0')
    expect(root.textContent).toContain('regtest')
    expect(root.textContent).not.toContain('Again')
    await act(async () => test.store.getState().actions.showCurrent())
    expect(field(root, 2)?.value).toBe('7')
  })

  it('starts the seed that is written, and makes up another one', async () => {
    const test = testStore()
    const root = await render(<Setup />, test)
    expect(field(root, 0)?.value).toBe('a seed')
    const submit = () => act(async () => root.querySelector('form')?.requestSubmit())
    await type(field(root, 0), 'x'.repeat(65))
    expect(root.textContent).toContain('seed: 1 to 64')
    await type(field(root, 0), 'mine')
    await submit()
    expect(test.store.getState().current?.settings.seed).toBe('mine')
    await act(async () => root.querySelector<HTMLElement>('[data-testid="new-seed"]')?.click())
    await submit()
    expect(test.store.getState().current?.settings.seed).toMatch(/^[a-z2-7]{8}$/)
  })

  it('offers the recordings that come with the page', async () => {
    const test = testStore()
    const root = await render(<Setup />, test)
    const names = [...root.querySelectorAll('optgroup option')].map((option) => option.textContent)
    expect(names).toEqual(['A plain session', 'Across rekeys, with decoys', 'One that fails'])
    await choose(root, 'recordings/plain.v2scope.json')
    expect(root.querySelectorAll('input')).toHaveLength(0)
    expect(root.textContent).toContain('Open shows it')
    await act(async () => root.querySelector('form')?.requestSubmit())
    expect(test.store.getState().opening).toMatchObject({ name: 'plain.v2scope.json' })
  })

  it('shows the settings of a recording, and lets another peer be chosen', async () => {
    const test = testStore()
    test.show({ level: 'decrypted' }, { peer: 'mine', network: 'signet', decoys: 4 })
    const root = await render(<Setup />, test)
    expect(root.querySelectorAll('input')).toHaveLength(0)
    expect(root.textContent).toContain('mine (recorded)')
    expect(root.textContent).toContain('Decoys4')
    expect(root.textContent).not.toContain('Again')
    await choose(root, 'simulated')
    expect(root.querySelectorAll('input').length).toBeGreaterThan(0)
    await act(async () => root.querySelector('form')?.requestSubmit())
    expect(test.store.getState().current).toMatchObject({
      recording: undefined,
      settings: { peer: 'simulated', network: 'signet', decoys: 4 },
    })
  })
})
