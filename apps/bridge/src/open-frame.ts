import type { Socket } from 'node:net'
import type { Limits } from './limits.js'
import { formatAddress, withoutMapping } from './targets.js'

/** A relay's first frame, its only text. */
export function openFrame(id: string, target: string, socket: Socket, limits: Limits): string {
  const { remoteAddress = '', remotePort = 0, localAddress = '', localPort = 0 } = socket
  const { bytesInAll, bytesPerSecond, firstByteTimeout, idleTimeout, lifetime } = limits
  return JSON.stringify({
    type: 'open',
    id,
    target,
    remote: formatAddress(withoutMapping(remoteAddress), remotePort),
    local: formatAddress(withoutMapping(localAddress), localPort),
    limits: {
      bytesInAll,
      bytesPerSecond,
      firstByte: firstByteTimeout,
      idle: idleTimeout,
      lifetime,
    },
  })
}
