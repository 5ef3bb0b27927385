import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** A character for each byte. */
  readonly body: string
}

const EMPTY_LINE = '\r\n\r\n'

/** Sends one request with exactly these headers, as no HTTP client would let us. */
export async function rawRequest(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
  })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write([`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('error', reject)
    socket.on('end', () => resolve(parseAnswer(text)))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.startsWith('HTTP/1.1 101')) resolve(parseAnswer(text))
    })
  })
}

/** The headers that make a request a WebSocket upgrade. */
export const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

/** What a browser sends with the upgrade that the bridge's own page on `port` asks for. */
export function pageUpgrade(port: number): Record<string, string> {
  const host = `127.0.0.1:${port}`
  return { host, origin: `http://${host}`, ...UPGRADE }
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split(EMPTY_LINE)
  const body = rest.join(EMPTY_LINE)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { status: Number(statusLine.split(' ')[1]), headers: new Map(headers), body }
}
