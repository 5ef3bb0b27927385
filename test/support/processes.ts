/** Looks at processes as Linux shows them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export const HAS_PROC = existsSync('/proc/self/fd')

export const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !isZombie(pid)

/** Ended, and nobody has asked yet what by. */
function isZombie(pid: number): boolean {
  return statOf(pid)?.state === 'Z'
}

/** Processes that `pid` has started and that have not ended. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)?.parent === pid && isAlive(child))
}

/** Files and sockets that are open. */
export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length

/** proc(5): the second field is a name in parentheses, which may hold anything. */
function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return undefined
  }
}
