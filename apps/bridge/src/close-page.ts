import type { WebSocket } from 'ws'
import { fitReason } from './close-codes.js'
import type { Refusal } from './refusal.js'

/** Tells the page why; one that has not answered within `grace` ms is cut off. */
export function closePage(page: WebSocket, { code, reason }: Refusal, grace: number): void {
  if (page.readyState === page.CLOSED) return
  page.resume()
  const timer = setTimeout(() => page.terminate(), grace)
  page.on('close', () => clearTimeout(timer))
  page.close(code, fitReason(reason))
}
