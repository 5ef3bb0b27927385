import { pino, stdTimeFunctions } from 'pino'
import type { Log } from './connection-log.js'

/** From where on something is written: who comes and goes; what is wrong; nothing. */
export const LOG_LEVELS = ['info', 'warn', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const STDERR = 2

/** What is kept for a reader that does not keep up, in bytes; lines above are dropped. */
const MOST_KEPT = 1024 * 1024

export interface OpenLog extends Log {
  /** Resolves when all of it has been read, or can't be. */
  flush(): Promise<void>
}

/** One JSON object a line on stderr; stdout is for people. */
export function openLog(level: LogLevel): OpenLog {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // not at once: a reader that has stopped must not stop the bridge
    pino.destination({ dest: STDERR, sync: false, minLength: 1, maxLength: MOST_KEPT }),
  )
  return {
    info: (entry, words) => logger.info(entry, words),
    warn: (entry, words) => logger.warn(entry, words),
    flush: () => new Promise((resolve) => logger.flush(() => resolve())),
  }
}
