/** The page's own store, with its worker. */

import { browserEnvironment, getFile, secureRandom } from './browser-environment.js'
import { asksForReference } from './cipher-choice.js'
import type { FromWorker } from './contract.js'
import { deliver } from './deliver.js'
import { oncePerFrame } from './next-frame.js'
import { memoryOf } from './packed-items.js'
import { createSessionStore, type SessionPort, type SessionStore } from './store.js'
import type { Tickets } from './tickets.js'

/** @param worker `new Worker(new URL('./session/worker.ts', import.meta.url), { type: 'module' })` */
export function workerPort(worker: Worker): SessionPort {
  return {
    post: (message) =>
      worker.postMessage(message, message.type === 'export' ? memoryOf(message.items) : []),
    listen: (onMessage, onError) => {
      const arrived: FromWorker[] = []
      // all that has come is drawn at once: the worker's clock is not that of the frames
      const take = oncePerFrame(() => arrived.splice(0).forEach(onMessage))
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        arrived.push(data)
        take()
      }
      worker.onerror = ({ message }) => onError(message || 'it could not be loaded')
    },
  }
}

/** A store whose sessions run in this worker. Call `actions.open(location.hash)` to begin. */
export function openSessionStore(worker: Worker, tickets: Tickets): SessionStore {
  return createSessionStore({
    port: workerPort(worker),
    environment: browserEnvironment,
    base: new URL('.', document.baseURI).href,
    deliver,
    getFile,
    tickets,
    isReferenceAsked: () => asksForReference(location),
    random: secureRandom,
    plays: () => !matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
}
