import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { sleep } from './bridge.js'

/** More than the backlog holds, so that the last of them is not answered. */
const FILLERS = 4

/** A port of loopback where a dial hangs. */
export async function silentPort(): Promise<number> {
  const script = fileURLToPath(new URL('./full-backlog.mjs', import.meta.url))
  const child = fork(script, { execArgv: [] })
  const [port] = await once(child, 'message')
  const fillers = Array.from({ length: FILLERS }, () => connect(port, '127.0.0.1'))
  onTestFinished(() => {
    for (const filler of fillers) filler.destroy()
    child.kill('SIGKILL')
  })
  for (const filler of fillers) filler.on('error', () => undefined)
  await sleep(100)
  return port
}
