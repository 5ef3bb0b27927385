/** A demo node as far as the bridge can tell: echoes bytes, and speaks its IPC contract. */
import { createServer } from 'node:net'

const mode = process.env.FAKE_DEMO ?? ''
if (mode === 'dies at once') process.exit(3)

const server = createServer((socket) => {
  socket.on('error', () => socket.destroy())
  socket.pipe(socket)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) return
  process.send?.({ type: 'listening', port: address.port, network: 'regtest' })
})

process.on('message', ({ type, id }) => {
  if (type !== 'getpeerinfo' || mode === 'silent') return
  process.send?.({ type: 'peerinfo', id, peers: [{ id: 0, pid: process.pid, session_id: 'ab' }] })
})
process.on('disconnect', () => {
  if (mode !== 'stays') process.exit(0)
})
if (mode === 'stays') process.on('SIGINT', () => undefined)
