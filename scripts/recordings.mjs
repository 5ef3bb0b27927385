// @ts-check
/**
 * `npm run recordings`: makes the recordings that ship with the page, of sessions with a real node.
 * `--out DIR` writes them elsewhere.
 */
import './lib/node-version.mjs'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { ensureRealNode } from './lib/real-node.mjs'
import { startRealNode } from './lib/real-node-process.mjs'
import { Failure, runScript, say } from './lib/run.mjs'
import { startTcpSession } from './lib/tcp-session.mjs'

/** @typedef {import('./lib/real-node-process.mjs').RealNode} RealNode */
/** @typedef {import('./lib/tcp-session.mjs').TcpSession} TcpSession */
/** @typedef {import('@v2scope/recording').SessionSettings} SessionSettings */
/** @typedef {import('@v2scope/recording').TimedEvent} TimedEvent */

const BLOCKS = 12
const MINE_TO = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'
const WITNESS_BLOCK = 0x40000002
/** C1: packets of a direction between two rekeys. */
const REKEY_INTERVAL = 224
/** Of a direction, in the recording across rekeys. */
const MANY = 2 * REKEY_INTERVAL + 12
const HANDSHAKE_DECOYS = 3
/** Contents, in bytes, are below this. */
const DECOY = 40
/** Ms between pings. */
const PAUSE = 12
/** Ms for the node's last answers to come. */
const SETTLE = 500

/** @type {SessionSettings} */
const SETTINGS = {
  peer: 'bitcoind',
  network: 'regtest',
  magic: Uint8Array.of(0xfa, 0xbf, 0xb5, 0xda),
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
}

/**
 * @param {string} messageType
 * @returns {(standing: unknown, events: readonly TimedEvent[]) => boolean}
 */
const received = (messageType) => (_standing, events) =>
  events.some(
    (event) =>
      event.type === 'message' &&
      event.direction === 'received' &&
      event.messageType === messageType,
  )

/** @param {TcpSession} session */
const ready = (session) => session.until(({ state }) => state === 'ready')

/** Handshake, headers, a block, a ping. @param {RealNode} node */
async function plain(node) {
  const session = await startTcpSession({ port: node.p2pPort, settings: SETTINGS })
  await ready(session)
  await sleep(SETTLE)
  session.run({ type: 'ask_headers' })
  await session.until(received('headers'))
  await sleep(SETTLE)
  const { encodeMessage } = await import('@v2scope/messages')
  const hash = await /** @type {Promise<string>} */ (node.rpc('getbestblockhash'))
  const inventory = [
    { kind: WITNESS_BLOCK, kindName: /** @type {const} */ ('witness block'), hash },
  ]
  const payload = encodeMessage({ type: 'getdata', inventory })
  session.run({ type: 'send_message', messageType: 'getdata', payload, form: 'short' })
  await session.until(received('block'))
  await sleep(SETTLE)
  session.run({ type: 'ping' })
  await sleep(SETTLE)
  return session
}

/** Both directions through two rekeys, with decoys between our pings. @param {RealNode} node */
async function rekeys(node) {
  const settings = { ...SETTINGS, decoys: HANDSHAKE_DECOYS }
  const session = await startTcpSession({ port: node.p2pPort, settings })
  await ready(session)
  for (let n = 0; n < MANY; n++) {
    session.run({ type: 'ping' })
    if (n % 3 === 0) session.run({ type: 'send_decoy', size: (n * 7) % DECOY })
    await sleep(PAUSE)
  }
  await sleep(SETTLE)
  return session
}

/** Something on the path changes one bit of a packet from the node (P5). @param {RealNode} node */
async function failure(node) {
  let isArmed = false
  const session = await startTcpSession({
    port: node.p2pPort,
    settings: SETTINGS,
    onPath: (bytes) => {
      if (!isArmed) return bytes
      isArmed = false
      return bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte))
    },
  })
  await ready(session)
  await sleep(SETTLE)
  isArmed = true
  session.run({ type: 'ping' })
  await session.until(({ state }) => state === 'failed')
  return session
}

const RECORDINGS = { plain, rekeys, failure }

await runScript(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: inRoot('apps/web/public/recordings') } },
  })
  await ensureInstalled()
  await ensureBuilt()
  const found = ensureRealNode()
  if ('missing' in found) throw new Failure(found.missing)
  const { encodeRecording } = await import('@v2scope/recording/file')
  const out = resolve(values.out)
  mkdirSync(out, { recursive: true })
  const node = await startRealNode()
  try {
    await node.rpc('generatetoaddress', BLOCKS, MINE_TO)
    for (const [name, make] of Object.entries(RECORDINGS)) {
      const session = await make(node)
      const path = join(out, `${name}.v2scope.json`)
      writeFileSync(path, encodeRecording(session.keep()))
      session.stop()
      say(`wrote ${path}`)
    }
  } finally {
    await node.stop()
  }
})
