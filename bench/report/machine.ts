/** Where it was measured: numbers of another machine are other numbers. */

import { execFileSync } from 'node:child_process'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  /** In GB. */
  readonly memory: number
  readonly system: string
  readonly node: string
  readonly chromium: string
  /** Of the minute before, as `uptime` has it: about 0 where nothing else runs. */
  readonly load: number
}

/** Of the checkout that was measured; absent outside of one. */
export function commitOf(dir: string): string | undefined {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim()
    const isChanged = git('status', '--porcelain', '--', 'packages', 'apps', 'bench/parts') !== ''
    return git('rev-parse', '--short=10', 'HEAD') + (isChanged ? ', changed' : '')
  } catch {
    return undefined
  }
}

/** @param chromium its version */
export function thisMachine(chromium: string): Machine {
  const all = cpus()
  return {
    cpu: (all[0]?.model ?? 'unknown').replace(/\s+/g, ' ').trim(),
    cores: all.length,
    memory: Math.round(totalmem() / 1e9),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    chromium,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  }
}
