import type { Log, LogEntry } from '../../src/connection-log.js'

/** A log that a test can read. */
export class KeptLog implements Log {
  readonly entries: (LogEntry & { readonly words: string })[] = []
  readonly warnings: string[] = []

  info(entry: LogEntry, words: string): void {
    this.entries.push({ words, ...entry })
  }

  warn(_entry: LogEntry, words: string): void {
    this.warnings.push(words)
  }
}
