import { pino, stdTimeFunctions } from 'pino'
import type { Log } from './connection-log.js'

/** From where on something is written: who comes and goes; what is wrong; nothing. */
export const LOG_LEVELS = ['info', 'warn', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const STDERR = 2

/** One JSON object a line on stderr; stdout is for people. */
export function openLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // at once, so that no line is lost when the process ends hard
    pino.destination({ dest: STDERR, sync: true }),
  )
}
