/** The heap of a page and of its worker, when what is no longer needed has been collected. */

import type { CDPSession, Page } from 'playwright-core'

/** What `Runtime.getHeapUsage` says, in bytes; what is not in the heap itself is newer. */
interface HeapUsage {
  readonly usedSize: number
  /** Of array buffers, which are outside of the heap. */
  readonly backingStorageSize?: number
}

const inAll = ({ usedSize, backingStorageSize = 0 }: HeapUsage) => usedSize + backingStorageSize

/** What is asked of one target. */
type Ask = (method: string) => Promise<unknown>

async function heapOf(ask: Ask): Promise<number> {
  await ask('HeapProfiler.collectGarbage')
  return inAll((await ask('Runtime.getHeapUsage')) as HeapUsage)
}

/** Those that the page has started, each asked through the page's own session. */
async function workersOf(session: CDPSession): Promise<Ask[]> {
  const ids: string[] = []
  const answers = new Map<number, (result: unknown) => void>()
  session.on('Target.attachedToTarget', ({ sessionId }) => ids.push(sessionId))
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message)
    answers.get(id)?.(result ?? error)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  let last = 0
  return ids.map(
    (sessionId): Ask =>
      async (method) => {
        const id = ++last
        const answer = new Promise((resolve) => answers.set(id, resolve))
        const message = JSON.stringify({ id, method })
        await session.send('Target.sendMessageToTarget', { sessionId, message })
        return answer
      },
  )
}

export interface Heaps {
  /** Bytes. */
  readonly page: number
  readonly workers: number
}

export async function heapsOf(page: Page): Promise<Heaps> {
  const session = await page.context().newCDPSession(page)
  try {
    const workers = await workersOf(session)
    if (workers.length === 0) throw new Error('the page has no worker')
    let inWorkers = 0
    for (const ask of workers) inWorkers += await heapOf(ask)
    const inPage = await heapOf((method) => session.send(method as 'Runtime.getHeapUsage'))
    return { page: inPage, workers: inWorkers }
  } finally {
    await session.detach()
  }
}
