import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { PhaseSteps } from '../../src/ui/state/PhaseSteps.js'
import { stepsOf } from '../../src/ui/state/phase-steps.js'
import { StateBar } from '../../src/ui/state/StateBar.js'
import { byTestId, ESTABLISHED, render, SESSION_ID, testStore, type } from './support.js'

describe('the state bar', () => {
  it('shows no session id before the version packet (S3)', async () => {
    const test = testStore()
    test.batch([], { phase: 'garbage' })
    const root = await render(<StateBar />, test)
    expect(byTestId(root, 'session-id')).toHaveLength(0)
    expect(root.textContent).toContain('after the version packet')
    expect(byTestId(root, 'transport')[0]?.textContent).toContain('detecting')
  })

  it('shows the id in groups of 8, and the peer’s own report of it', async () => {
    const test = testStore()
    const root = await render(<StateBar />, test)
    await act(async () => test.batch([], ESTABLISHED))
    const [id] = byTestId(root, 'session-id')
    expect(id?.textContent?.replace(/\s/g, '')).toBe(SESSION_ID)
    expect(byTestId(root, 'peer-report')[0]?.textContent).toContain('reports the same id')
    expect(root.textContent).toContain('encrypted, peer unauthenticated')
  })

  it('says loudly that the peer reports another id', async () => {
    const test = testStore()
    const root = await render(<StateBar />, test)
    const other = 'f'.repeat(64)
    await act(async () => test.batch([], { ...ESTABLISHED, peerReportedSessionId: other }))
    const [report] = byTestId(root, 'peer-report')
    expect(report?.dataset.report).toBe('different')
    expect(report?.textContent).toContain('both connections are encrypted, but not with each other')
    expect(root.querySelector('p[role=status]')?.textContent).toContain('the session ids differ')
  })

  it('compares a pasted id: match, mismatch, not yet whole (S5)', async () => {
    const test = testStore()
    test.batch([], ESTABLISHED)
    const root = await render(<StateBar />, test)
    const input = root.querySelector('[data-testid="paste-session-id"]')
    const verdict = () => byTestId(root, 'paste-verdict')[0]?.dataset.result
    expect(verdict()).toBe('empty')
    await type(input, SESSION_ID.toUpperCase())
    expect(verdict()).toBe('match')
    await type(input, SESSION_ID.replace('f', 'e'))
    expect(verdict()).toBe('mismatch')
    await type(input, SESSION_ID.slice(0, 20))
    expect(verdict()).toBe('incomplete')
  })
})

describe('the steps', () => {
  it('stop where the session failed', () => {
    const at = { state: 'failed', phase: 'garbage', transport: 'detecting', started: true } as const
    expect(stepsOf(at)).toEqual({ states: ['done', 'done', 'failed', 'to come'], end: 'failed' })
  })

  it('blame nothing where nothing crossed the wire', () => {
    const at = { state: 'failed', phase: 'key exchange', transport: 'detecting' } as const
    expect(stepsOf({ ...at, started: false }).states[0]).toBe('failed')
  })

  it('know of a connection that nothing crossed, as our key was held', async () => {
    const test = testStore()
    const relay = { openedAt: 0, bytes: 0, hasSent: false }
    test.batch([], { state: 'failed', relay })
    const root = await render(<PhaseSteps short={false} />, test)
    expect(root.textContent).toContain('connectedkeys')
    expect(root.textContent).not.toContain('connecting')
  })

  it('say that v1 is not encrypted', async () => {
    const test = testStore()
    test.batch([], { state: 'ready', phase: 'application', transport: 'v1' })
    const root = await render(<PhaseSteps short />, test)
    expect(root.textContent).toBe('not encrypted')
  })

  it('of v1 are only those that it has', async () => {
    const test = testStore()
    test.batch([], { state: 'ready', phase: 'application', transport: 'v1' })
    const root = await render(<PhaseSteps short={false} />, test)
    expect([...root.querySelectorAll('li')].map((step) => step.textContent)).toEqual([
      'connected',
      'not encrypted',
    ])
  })

  it('wait for the peer’s key once connected, also where nothing has been sent (H2)', () => {
    const at = { state: 'handshake', phase: 'key exchange', transport: 'detecting' } as const
    expect(stepsOf({ ...at, started: false }).states.slice(0, 2)).toEqual(['done', 'now'])
  })
})
