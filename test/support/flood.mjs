/**
 * One end of relays, that sends one piece after another and reads all that comes, in a process of its own:
 *   flood.mjs node PORT         says { port } and, whenever it changes, { open }
 *   flood.mjs pages URL COUNT   says { open } once all are, and { codes } once all are closed
 */
import { createServer } from 'node:net'
import { WebSocket } from 'ws'

const PIECE = Buffer.alloc(50_000, 'v2scope')
/** Between two pieces, ms: the other processes of a test need some of the machine. */
const BREATH = 5

const [end, at = '', count = ''] = process.argv.slice(2)
if (end === 'node') floodAsNode(Number(at))
else floodAsPages(at, Number(count))
process.on('disconnect', () => process.exit())

/** @param {number} port 0: a free one */
function floodAsNode(port) {
  let open = 0
  const tell = () => process.send?.({ open })
  const server = createServer((socket) => {
    open++
    tell()
    const flood = () => {
      if (socket.writable) socket.write(PIECE, () => setTimeout(flood, BREATH))
    }
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      open--
      tell()
    })
    socket.resume()
    flood()
  })
  server.listen({ port, host: '127.0.0.1' }, () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
  })
}

/**
 * @param {string} url of the bridge
 * @param {number} pages
 */
function floodAsPages(url, pages) {
  /** @type {number[]} */
  const codes = []
  let open = 0
  for (let page = 0; page < pages; page++) {
    const ws = new WebSocket(`${url.replace('http', 'ws')}relay/mine`, {
      origin: new URL(url).origin,
      perMessageDeflate: false,
    })
    const flood = () => {
      if (ws.readyState === ws.OPEN) ws.send(PIECE, () => setTimeout(flood, BREATH))
    }
    ws.once('message', () => {
      open++
      if (open === pages) process.send?.({ open })
      flood()
    })
    ws.on('error', () => undefined)
    ws.on('close', (code) => {
      codes.push(code)
      if (codes.length === pages) process.send?.({ codes })
    })
  }
}
