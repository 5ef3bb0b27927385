import { existsSync, readFileSync } from 'node:fs'

export const HAS_PROC = existsSync('/proc/self/status')
if (!HAS_PROC)
  console.warn('NOT RUN: what memory the bridge takes is read from /proc, which is absent.')

/** Resident memory of a process in bytes, as the system sees it. */
export function residentBytes(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) * 1024
}
