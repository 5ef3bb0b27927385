import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { draftOf, settingsOf } from '../../src/ui/setup/draft.js'
import { SetupBar } from '../../src/ui/setup/SetupBar.js'
import { useDraft } from '../../src/ui/setup/use-draft.js'
import { render, SETTINGS, testStore, type } from './support.js'

function Setup() {
  return <SetupBar {...useDraft()} withEnd />
}

const field = (root: HTMLElement, i: number) => root.querySelectorAll('input')[i] ?? null

describe('the setup', () => {
  it('carries the time limit of the address through a change', () => {
    expect(settingsOf({ ...draftOf({ ...SETTINGS, timeout: 77 }), decoys: '3' }).timeout).toBe(77)
    expect(settingsOf(draftOf(SETTINGS))).not.toHaveProperty('timeout')
  })

  it('says what is wrong rather than that it is to be applied', async () => {
    const root = await render(<Setup />, testStore())
    await type(field(root, 1), '5000')
    expect(root.textContent).toContain('decoys: 0 to 1,000')
    expect(root.textContent).not.toContain('Connect applies it')
    await type(field(root, 1), '5')
    expect(root.textContent).toContain('Connect applies it')
  })

  it('shows the settings of the last session as they were, read-only', async () => {
    const test = testStore()
    test.store.getState().actions.start({ ...SETTINGS, network: 'signet', decoys: 7 })
    const root = await render(<Setup />, test)
    expect(field(root, 1)?.value).toBe('7')
    await act(async () => test.store.getState().actions.showPrevious())
    expect(root.querySelectorAll('input, select')).toHaveLength(0)
    expect(root.textContent).toContain('Decoys0')
    expect(root.textContent).toContain('regtest')
    expect(root.textContent).not.toContain('Again')
    await act(async () => test.store.getState().actions.showCurrent())
    expect(field(root, 1)?.value).toBe('7')
  })
})
