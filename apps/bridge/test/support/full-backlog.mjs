/** Listens with a backlog of one and never accepts: once that is full, a dial gets no answer. */
import { createServer } from 'node:net'

const server = createServer()
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) return
  process.send?.(address.port, () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })
})
