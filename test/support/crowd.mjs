/**
 * Peers in a process of their own, each on a relay of its own: crowd.mjs BRIDGE_URL COUNT.
 * Says when all have shaken hands, pings when it is told to, and says what came of it.
 */
import { randomFillSync } from 'node:crypto'
import { Networks, toHex } from '@v2scope/bip324'
import { Peer } from '@v2scope/peer'
import { WebSocket } from 'ws'

/** So many shake hands at a time: each has a minute for it, and takes some milliseconds of computing. */
const AT_ONCE = 10

const [url = '', count] = process.argv.slice(2)

/**
 * @typedef {object} Member
 * @property {string} address the bridge's end of its TCP connection, as the node sees it
 * @property {string} sessionId
 * @property {number} answered pongs to its own pings
 * @property {number} pongs all that have come
 * @property {(pings: number) => Promise<void>} ping one after the other
 * @property {() => number | undefined} closed code, if it is
 * @property {() => void} leave
 */

/** @returns {Promise<Member>} one that has shaken hands */
function join() {
  return new Promise((resolve, reject) => {
    const ws = new WebSocket(`${url.replace('http', 'ws')}relay/demo`, ['v2scope.relay.1'], {
      origin: new URL(url).origin,
      perMessageDeflate: false,
    })
    let onPong = () => {}
    /** @type {number | undefined} */
    let closedWith
    /** @type {Member} */
    const member = {
      address: '',
      sessionId: '',
      answered: 0,
      pongs: 0,
      closed: () => closedWith,
      leave: () => ws.close(1000),
      async ping(pings) {
        for (let sent = 0; sent < pings; sent++) {
          const answered = new Promise((done) => {
            onPong = () => done(undefined)
          })
          peer.ping()
          flush()
          await answered
        }
      },
    }
    const peer = new Peer({
      role: 'initiator',
      magic: Networks.regtest.magic,
      random: (length) => randomFillSync(new Uint8Array(length)),
      now: () => performance.now(),
      unixTime: () => Date.now() / 1000,
      onEvent(event) {
        if (event.type === 'established') member.sessionId = toHex(event.sessionId)
        if (event.type === 'ready') resolve(member)
        if (event.type === 'message' && event.messageType === 'pong') member.pongs++
        if (event.type === 'failed') reject(new Error(event.failure.message))
        if (event.type === 'pong') {
          member.answered++
          onPong()
        }
      },
    })
    const flush = () => {
      for (const { bytes } of peer.takeOutput()) ws.send(bytes)
    }
    ws.on('message', (/** @type {Buffer} */ data, isBinary) => {
      if (isBinary) peer.receive(data)
      else member.address = JSON.parse(data.toString()).local
      flush()
    })
    ws.on('error', reject)
    ws.on('close', (code) => {
      closedWith = code
      reject(new Error(`closed with ${code}`))
    })
  })
}

/** @type {Member[]} */
const members = []
const joining = Array.from({ length: AT_ONCE }, async (_, first) => {
  for (let at = first; at < Number(count); at += AT_ONCE) members.push(await join())
})
await Promise.all(joining)
process.send?.({ type: 'ready' })

process.on('message', async (/** @type {{ pings: number } | 'leave'} */ message) => {
  if (message === 'leave') {
    for (const member of members) member.leave()
    return process.disconnect()
  }
  await Promise.all(members.map((member) => member.ping(message.pings)))
  const told = members.map(({ address, sessionId, answered, pongs, closed }) => {
    return { address, sessionId, answered, pongs, closed: closed() }
  })
  process.send?.({ type: 'done', members: told })
})
process.on('disconnect', () => setTimeout(() => process.exit(), 1000).unref())
