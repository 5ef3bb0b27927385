/** The worker's entry: hands messages on. What it does is in `session-host`. */

import { browserEnvironment } from './browser-environment.js'
import type { ToWorker } from './contract.js'
import { lazyCode } from './lazy-code.js'
import { memoryOf } from './packed-items.js'
import { SessionHost } from './session-host.js'

const host = new SessionHost({
  environment: browserEnvironment,
  code: lazyCode,
  post: (message) =>
    self.postMessage(message, {
      transfer: message.type === 'batch' ? memoryOf(message.items) : [],
    }),
})

// beside whatever the page asks for first; where it can't be had, a session does without
void Promise.resolve(lazyCode.fast()).catch(() => {})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.handle(data)
