import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { until } from './bridge.js'

/** A command that has been started, and what it has said so far. */
export class BridgeProcess {
  readonly child: ChildProcess
  /** Exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.child.stdout?.on('data', (text) => {
      this.stdout += text
    })
    this.child.stderr?.on('data', (text) => {
      this.stderr += text
    })
    this.exited = once(this.child, 'close').then(([code, signal]) => signal ?? code)
    onTestFinished(() => {
      this.child.kill('SIGKILL')
    })
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** The address that it has printed, once it has. */
  async url(): Promise<string> {
    const address = () => /^v2scope is at (\S+)\n$/m.exec(this.stdout)?.[1]
    await until(() => address() !== undefined || this.child.exitCode !== null)
    const url = address()
    if (url === undefined) throw new Error(`the bridge did not start: ${this.stderr}`)
    return url
  }
}
