const SECOND = 1000

/** `npm` and a terminal may both pass on one Ctrl-C; the two come within this time, ms. */
const SAME_SIGNAL = 100

/** From the first signal to the end of the process, whatever still goes on in it, ms. */
export const HARD_EXIT = 45 * SECOND

/** How whatever has been started comes to its end. */
interface Endable {
  drain(): Promise<void>
  close(): Promise<void>
}

/**
 * SIGTERM lets those who are connected finish; SIGINT ends all at once; either of them again ends
 * the process where it stands.
 */
export function endOnSignals(bridge: Endable, hardExit = HARD_EXIT): void {
  let firstAt: number | null = null
  const on = (signal: 'SIGINT' | 'SIGTERM', end: () => Promise<void>) => {
    process.on(signal, () => {
      if (firstAt === null) {
        firstAt = performance.now()
        // not by `exit`, which would wait for a log that nobody reads
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), hardExit)
        void end().then(() => process.exit(0))
      } else if (performance.now() - firstAt > SAME_SIGNAL) {
        process.exit(1)
      }
    })
  }
  on('SIGTERM', () => bridge.drain())
  on('SIGINT', () => bridge.close())
}
