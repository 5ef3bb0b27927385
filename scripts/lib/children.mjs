// @ts-check
/** Child processes that never outlive this one. */
import { once } from 'node:events'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ child: ChildProcess, cleanUp: () => void }} Dependent */

/** @type {Set<Dependent>} */
const dependents = new Set()

const endAll = () => {
  for (const { child, cleanUp } of dependents) {
    child.kill('SIGKILL')
    cleanUp()
  }
  dependents.clear()
}

const watchOurEnd = () => {
  process.on('exit', endAll)
  // A test's worker is left behind when vitest itself is killed.
  process.once('disconnect', () => {
    if (dependents.size > 0) process.exit(1)
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      endAll()
      process.kill(process.pid, signal)
    })
  }
}

/**
 * Kills the child when this process ends, however it ends short of SIGKILL.
 * @param {ChildProcess} child
 * @param {() => void} [cleanUp] synchronous; runs only if we end before the child does
 */
export function endWithUs(child, cleanUp = () => {}) {
  if (dependents.size === 0 && !process.listeners('exit').includes(endAll)) watchOurEnd()
  const dependent = { child, cleanUp }
  dependents.add(dependent)
  child.once('exit', () => dependents.delete(dependent))
}

/**
 * Asks a child to end, and makes it end if it doesn't.
 * @param {ChildProcess} child
 * @param {() => void} ask
 * @param {number} patience ms before SIGKILL
 * @returns {Promise<number | null>} its exit code; null if a signal ended it
 */
export async function endChild(child, ask, patience) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  ask()
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await exit
  clearTimeout(timer)
  return child.exitCode
}
