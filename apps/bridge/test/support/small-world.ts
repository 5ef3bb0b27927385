import { connect, type Socket } from 'node:net'
import type { World } from '../../src/destinations.js'

export interface SmallWorld extends World {
  /** Each IP:PORT that was dialled. */
  readonly dialled: string[]
}

/** A world in which every address is to be found at a port of loopback, and looks as if it were not. */
export function smallWorld(port: number, ...dnsServers: string[]): SmallWorld {
  const dialled: string[] = []
  return {
    dialled,
    dnsServers,
    connect(ip, asked): Socket {
      dialled.push(`${ip} ${asked}`)
      return Object.defineProperties(connect(port, '127.0.0.1'), {
        remoteAddress: { value: ip },
        remotePort: { value: asked },
      })
    },
  }
}
