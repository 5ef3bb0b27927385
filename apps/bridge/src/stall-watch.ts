import type { Socket } from 'node:net'

/** One direction of a relay, as the watch sees it. */
export interface Outlet {
  /** Where the bytes go. */
  readonly socket: Socket
  /** Writes whose callback has not come yet. */
  readonly queued: number
  /** Writes whose callback has come. */
  readonly settled: number
}

/** How much finer than the timeout the watch looks. */
const LOOKS_PER_TIMEOUT = 6

/**
 * Calls `onStall` once some outlet has had bytes queued and moved none of them for `timeout` ms.
 * Noticed at most a sixth of the timeout late.
 */
export class StallWatch {
  readonly #timer: NodeJS.Timeout

  constructor(outlets: readonly Outlet[], timeout: number, onStall: (outlet: Outlet) => void) {
    const watched = outlets.map((outlet) => ({ outlet, seen: '', idleLooks: 0 }))
    this.#timer = setInterval(() => {
      for (const each of watched) {
        const now = progressOf(each.outlet)
        const stuck = each.outlet.queued > 0 && now === each.seen
        each.idleLooks = stuck ? each.idleLooks + 1 : 0
        each.seen = now
        if (each.idleLooks === LOOKS_PER_TIMEOUT) onStall(each.outlet)
      }
    }, timeout / LOOKS_PER_TIMEOUT)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** Differs from look to look as long as bytes move. */
function progressOf(outlet: Outlet): string {
  return `${outlet.settled} ${unsentInFlight(outlet.socket)}`
}

/**
 * What the system has not taken yet of the write under way, in bytes. A write of a megabyte has
 * its callback only at its end, which a slow reader may need minutes for. Node looks at the same
 * figure for `socket.setTimeout`, and gives it no public name; without it, progress is just seen
 * in coarser steps.
 */
function unsentInFlight(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, '_handle')
  if (typeof handle !== 'object' || handle === null) return 0
  const size: unknown = Reflect.get(handle, 'writeQueueSize')
  return typeof size === 'number' ? size : 0
}
