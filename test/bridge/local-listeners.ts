import { createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { onTestFinished } from 'vitest'

/** Servers on one port of all local addresses that can be bound. */
export interface LocalListeners {
  readonly port: number
  /** Where they listen, an IPv6 address without its zone. */
  readonly addresses: readonly string[]
  /** The addresses at which somebody has connected. */
  readonly seen: readonly string[]
}

const LOOPBACK = ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.255.255.254', '::1']

/** Takes the first of `ports` that is free at all of them. */
export async function listenLocally(ports: readonly number[]): Promise<LocalListeners> {
  for (const port of ports) {
    const seen: string[] = []
    const bound = await Promise.all(
      localAddresses().map((address) => bind(address, port, () => seen.push(address))),
    )
    const servers = bound.flatMap((each) => (typeof each === 'object' ? each : []))
    if (bound.includes('taken')) {
      for (const { server } of servers) server.close()
      continue
    }
    onTestFinished(() => {
      for (const { server } of servers) server.close()
    })
    return { port, addresses: servers.map(({ address }) => address), seen }
  }
  throw new Error(`None of the ports ${ports.join(', ')} is free on all local addresses.`)
}

/** A link-local address needs its zone to be bound. */
function localAddresses(): string[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(({ address }) =>
      address.startsWith('fe80:') ? `${address}%${name}` : address,
    ),
  )
  return [...new Set([...LOOPBACK, ...all])]
}

type Bound = { readonly address: string; readonly server: Server } | 'taken' | 'not here'

function bind(local: string, port: number, onConnection: () => void): Promise<Bound> {
  const server = createServer((socket) => {
    onConnection()
    socket.on('error', () => undefined)
    socket.destroy()
  })
  return new Promise((resolve) => {
    server.on('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE'
      resolve(isTaken ? 'taken' : 'not here')
    })
    server.listen({ host: local, port, ipv6Only: true }, () =>
      resolve({ address: local.replace(/%.*/, ''), server }),
    )
  })
}
