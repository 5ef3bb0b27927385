import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { CloseCode } from './close-codes.js'
import type { DemoProcess } from './demo-process.js'
import type { Reception } from './reception.js'
import { type Refusal, refuse } from './refusal.js'

/** What somebody is connected by. */
export interface Open {
  close(why: Refusal): void
  /** At once, without a word. */
  destroy(): void
  readonly over: Promise<unknown>
}

export const ENDING = refuse(CloseCode.draining, 'The bridge is ending; connect again in a while')

/** Closes all with 1001; what is still there after `grace` ms is destroyed. */
export async function endAtOnce(all: readonly Open[], grace: number): Promise<void> {
  for (const each of all) each.close(ENDING)
  const over = Promise.all(all.map((each) => each.over))
  await Promise.race([over, sleep(grace, undefined, { ref: false })])
  for (const each of all) each.destroy()
  await over
}

/** Closes each with 1001 at some moment within `time` ms: a room must not come back all at once. */
export async function endByAndBy(all: readonly Open[], time: number): Promise<void> {
  await Promise.all(
    all.map(async (each) => {
      const timer = setTimeout(() => each.close(ENDING), Math.random() * time)
      await each.over
      clearTimeout(timer)
    }),
  )
}

/** Those who are connected in some way. */
interface Group {
  drain(): Promise<void>
  close(): Promise<void>
}

/** What a bridge consists of when it ends. */
interface Running {
  readonly server: Server
  readonly reception: Reception
  readonly groups: readonly Group[]
  readonly demo: DemoProcess | null
}

/** The end of a bridge. Each way of it can be asked for at any time, the quick one during the other. */
export class Ending {
  #isDraining = false
  readonly #running: Running
  #gone: Promise<void> | null = null

  constructor(running: Running) {
    this.#running = running
  }

  get isDraining(): boolean {
    return this.#isDraining
  }

  /** Nobody gets in any more; those who are in go within the drain timeout, and then all the rest. */
  async drain(): Promise<void> {
    this.#turnAway()
    await Promise.all(this.#running.groups.map((group) => group.drain()))
    await this.#end()
  }

  async close(): Promise<void> {
    this.#turnAway()
    const { groups, demo } = this.#running
    await Promise.all([...groups.map((group) => group.close()), demo?.stop()])
    await this.#end()
  }

  #turnAway(): void {
    this.#isDraining = true
    this.#running.reception.drain()
  }

  #end(): Promise<void> {
    this.#gone ??= this.#endServer()
    return this.#gone
  }

  async #endServer(): Promise<void> {
    const { server, reception, demo } = this.#running
    reception.destroy()
    await demo?.stop()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
}
