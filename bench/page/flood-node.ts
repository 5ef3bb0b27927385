/**
 * A node, in a process of its own, that floods whoever connects: as many packets as it is told, as fast
 * as they are taken. `flood-node.js PACKETS` says { port }.
 */

import { randomFillSync } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { encodeContents, Networks } from '@v2scope/bip324'
import { fastCore } from '@v2scope/bip324/fast'
import { Peer } from '@v2scope/peer'

/** So many are encrypted before the socket is asked whether it takes more. */
const BATCH = 250
/** Of the inventory of the messages: they are all different, and so is each row. */
const KINDS = 64
const HASH = 32
const MSG_WTX = 5

const random = (length: number) => randomFillSync(new Uint8Array(length))

/** `inv` of one transaction: nobody answers it. */
function invContents(): Uint8Array {
  const payload = new Uint8Array(1 + 4 + HASH)
  payload[0] = 1
  payload[1] = MSG_WTX
  payload.set(random(HASH), 5)
  return encodeContents('inv', payload)
}

function serve(socket: Socket, packets: number): void {
  const contents = Array.from({ length: KINDS }, invContents)
  let left = packets
  const peer = new Peer({
    role: 'responder',
    magic: Networks.regtest.magic,
    random,
    core: fastCore(),
    now: () => performance.now(),
    unixTime: () => Date.now() / 1000,
    garbageLength: 100,
    onEvent: (event) => {
      if (event.type === 'ready') setImmediate(flood)
      if (event.type === 'failed') socket.destroy()
    },
  })
  const flush = () => {
    let hasRoom = true
    socket.cork()
    for (const { bytes } of peer.takeOutput()) hasRoom = socket.write(bytes)
    socket.uncork()
    return hasRoom
  }
  const flood = () => {
    if (socket.destroyed || left === 0) return
    for (let i = 0; i < BATCH && left > 0; i++, left--)
      peer.sendContents(contents[left % KINDS] ?? new Uint8Array(1))
    if (flush()) setImmediate(flood)
    else socket.once('drain', flood)
  }
  socket.setNoDelay(true)
  socket.on('data', (bytes) => {
    peer.receive(bytes)
    flush()
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => peer.close())
  flush()
}

const packets = Number(process.argv[2])
const server = createServer((socket) => serve(socket, packets))
server.listen({ port: 0, host: '127.0.0.1' }, () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('disconnect', () => process.exit())
