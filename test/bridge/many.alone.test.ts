/** A crowd at one bridge: nobody is lost, and nobody gets what is another's. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { startBridgeProcess } from '../support/bridge.js'

const PROCESSES = 2
const SESSIONS_EACH = 250
const PINGS = 20
/** Length field 3, header 1, message type 1, nonce 8, tag 16. */
const PING_BYTES = 29
const MINUTE = 60_000

interface Member {
  readonly address: string
  readonly sessionId: string
  readonly answered: number
  readonly pongs: number
  readonly closed?: number
}

interface PeerOfTheDemoNode {
  readonly addr: string
  readonly session_id: string
  readonly bytesrecv_per_msg: Readonly<Record<string, number>>
}

/** The next word of a crowd; an end without one is an error. */
async function wordOf(crowd: ChildProcess) {
  const ended = once(crowd, 'exit').then(([code]) => {
    throw new Error(`a crowd has ended with ${code}`)
  })
  const [word] = await Promise.race([once(crowd, 'message'), ended])
  return word
}

function gather(url: string): ChildProcess {
  const script = inRoot('test/support/crowd.mjs')
  const crowd = fork(script, [url, String(SESSIONS_EACH)], { execArgv: [] })
  onTestFinished(() => {
    crowd.kill('SIGKILL')
  })
  return crowd
}

it(
  '500 sessions with the demo node at once, a full handshake and 20 pings each: none lost, none mixed up',
  async () => {
    const bridge = await startBridgeProcess()
    onTestFinished(async () => {
      await bridge.stop()
    })
    const getJson = async (path: string) => (await fetch(bridge.url + path)).json()
    const crowds = Array.from({ length: PROCESSES }, () => gather(bridge.url))
    for (const word of await Promise.all(crowds.map(wordOf))) expect(word.type).toBe('ready')

    const words = crowds.map(wordOf)
    for (const crowd of crowds) crowd.send({ pings: PINGS })
    const members: Member[] = (await Promise.all(words)).flatMap((word) => word.members)
    expect(members).toHaveLength(PROCESSES * SESSIONS_EACH)
    for (const { answered, pongs, closed } of members) {
      expect({ answered, pongs, closed }).toEqual({
        answered: PINGS,
        pongs: PINGS,
        closed: undefined,
      })
    }
    expect((await getJson('healthz')).relays).toBe(members.length)

    const peers: PeerOfTheDemoNode[] = await getJson('demo/getpeerinfo')
    const ours = new Map(members.map(({ address, sessionId }) => [address, sessionId]))
    const theirs = new Map(peers.map(({ addr, session_id }) => [addr, session_id]))
    expect(new Set(ours.values()).size).toBe(members.length)
    expect(theirs).toEqual(ours)
    for (const { bytesrecv_per_msg } of peers) {
      expect(bytesrecv_per_msg.ping).toBe(PINGS * PING_BYTES)
    }

    for (const crowd of crowds) crowd.send('leave')
    await expect.poll(async () => (await getJson('healthz')).relays, { timeout: MINUTE }).toBe(0)
  },
  4 * MINUTE,
)
