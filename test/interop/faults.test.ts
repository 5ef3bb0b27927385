/** Every fault that the Lab offers, with nodes that know nothing of it: what comes of it is what the catalogue says. */
import type { Role } from '@v2scope/bip324'
import { type CatalogueFault, type Expected, FAULTS, matching } from '@v2scope/lab'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DemoNode, startDemoNode } from '../../apps/demo-node/src/demo-node.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeRealNode } from '../support/requirements.js'
import { listenTcpSession, startTcpSession, type TcpSession } from '../support/tcp-session.js'

/** bitcoind's for a handshake, in seconds: longer than it takes us to see that something stalls. */
const PEER_TIMEOUT = 6
const SOON = { timeout: 40_000, interval: 50 }

/** Not `expect.poll`, which side by side takes one test for another. */
const until = (isSo: () => void | Promise<void>) => vi.waitFor(isSo, SOON)

type Node = 'bitcoind' | 'demo'

const expectedOf = ({ expected, asResponder }: CatalogueFault, role: Role, node: Node) =>
  (role === 'responder' && asResponder ? asResponder : expected)[node]

const casesFor = (role: Role, node: Node) =>
  FAULTS.flatMap((fault) => {
    const expected = expectedOf(fault, role, node)
    return expected ? [{ id: fault.id, fault, expected }] : []
  })

/** @returns what of the expected came true */
async function comesTrue({ lab, run }: TcpSession, expected: Expected): Promise<Expected> {
  await until(() => expect(lab.standing.fault?.state).toBe('over'))
  const { fault } = lab.standing
  const came = fault && matching(expected, fault)
  const { outcome, noticedBy, failure } = fault ?? {}
  expect(came, JSON.stringify({ outcome, noticedBy, failure })).toBeDefined()
  expect(run.isOver).toBe(came?.outcome === 'fails at once')
  return came ?? expected
}

describeRealNode('bitcoind', () => {
  let node: RealNode
  beforeAll(async () => {
    node = await startRealNode({ args: [`-peertimeout=${PEER_TIMEOUT}`] })
  })
  afterAll(() => node?.stop())

  /** Its lines about the connection that this pattern is the beginning of. */
  async function linesAbout(begins: RegExp): Promise<string> {
    const log = await node.debugLog()
    const id = begins.exec(log)?.[1]
    const isAbout = new RegExp(`peer=${id}\\b`)
    return log
      .split('\n')
      .filter((line) => isAbout.test(line))
      .join('\n')
  }

  async function tried({ settings = {}, plan }: CatalogueFault, role: Role) {
    if (role === 'initiator') {
      const session = startTcpSession(node.p2pPort, settings, false, { fault: plan })
      await until(() => expect(session.run.standing(0).local).toBeDefined())
      const { local } = session.run.standing(0)
      const begins = `Added connection peer=(\\d+)\\n[^\\n]*connection from ${local} accepted`
      return { session, begins: new RegExp(begins) }
    }
    const { port, called } = await listenTcpSession(settings, { fault: plan })
    const begins = new RegExp(
      `trying v2 connection 127\\.0\\.0\\.1:${port}[^]*?Added connection peer=(\\d+)`,
    )
    await oneByOne(async () => {
      await node.rpc('addnode', `127.0.0.1:${port}`, 'onetry', true)
      await until(async () => expect(await node.debugLog()).toMatch(begins))
    })
    return { session: await called, begins }
  }

  let latest = Promise.resolve()
  /** Its log doesn't say which connection it has added: it dials nobody else meanwhile. */
  function oneByOne(dial: () => Promise<void>): Promise<void> {
    const dialled = latest.then(dial)
    latest = dialled.catch(() => {})
    return dialled
  }

  describe.each(['initiator', 'responder'] as const)('with us as the %s', (role) => {
    it.concurrent.each(casesFor(role, 'bitcoind'))('$id', async ({ fault, expected }) => {
      const { session, begins } = await tried(fault, role)
      try {
        const came = await comesTrue(session, expected)
        const { nodeLog = '' } = came
        await until(async () => expect(await linesAbout(begins)).toContain(nodeLog))
      } finally {
        session.run.stop()
      }
    })
  })
})

describe('the demo node', () => {
  let demo: DemoNode
  beforeAll(async () => {
    demo = await startDemoNode({ port: 0, blockEvery: 0 })
  })
  afterAll(() => demo?.close())

  it.concurrent.each(casesFor('initiator', 'demo'))('$id', async ({ fault, expected }) => {
    const lab = { fault: fault.plan }
    const session = startTcpSession(demo.port, fault.settings ?? {}, false, lab)
    try {
      await comesTrue(session, expected)
    } finally {
      session.run.stop()
    }
  })
})
