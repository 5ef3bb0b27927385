import { type Bridge, type BridgeSettings, startBridge } from './bridge.js'
import { type Configuration, readConfiguration } from './config/configuration.js'
import { reportOf } from './config/report.js'
import type { Settings } from './config/settings.js'
import { USAGE } from './config/usage.js'
import type { Log } from './connection-log.js'
import { openLog } from './log.js'
import { endOnSignals } from './signals.js'
import { formatAddress } from './targets.js'

const EXIT = { ok: 0, failed: 1, badUsage: 2 } as const

/** What a test puts in another's place. */
export type Parts = Pick<BridgeSettings, 'demo' | 'staticDir' | 'limits'>

/** Does as `args` and the environment say, until a signal ends it; sets the process's exit code. */
export async function runCommand(args: readonly string[], parts: Parts = {}): Promise<void> {
  const asked = readConfiguration(args, process.env)
  switch (asked.kind) {
    case 'help':
      process.stdout.write(USAGE)
      return
    case 'unusable':
      for (const problem of asked.problems) console.error(problem)
      process.exitCode = EXIT.badUsage
      return
    case 'check':
      process.stdout.write(reportOf(asked.configuration))
      return
    case 'start':
      return runBridge(asked.configuration, parts)
  }
}

async function runBridge({ settings, warnings }: Configuration, parts: Parts): Promise<void> {
  const log = openLog(settings.logLevel)
  const bridge = await start(settings, log, parts)
  if (bridge === null) return
  endOnSignals({
    drain: () => bridge.drain().then(log.flush),
    close: () => bridge.close().then(log.flush),
  })
  for (const warning of warnings) console.log(`Warning: ${warning}`)
  announce(settings, bridge)
}

async function start(settings: Settings, log: Log, parts: Parts): Promise<Bridge | null> {
  const { demo, limits, ticketKey, ...others } = settings
  try {
    return await startBridge({
      ...others,
      ...(demo ? {} : { demo }),
      log,
      ...(ticketKey === null ? {} : { ticketKey }),
      ...parts,
      limits: { ...limits, ...parts.limits },
    })
  } catch (error) {
    console.error(startFailure(settings, error))
    process.exitCode = EXIT.failed
    return null
  }
}

function startFailure({ host, port }: Settings, error: unknown): string {
  const at = formatAddress(host, port)
  const code = error instanceof Error && 'code' in error ? error.code : error
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken on ${host}: end what listens there, or choose another with --port N (0 picks a free one).`
    case 'EACCES':
      return `Port ${port} is not yours to listen on: choose one above 1023 with --port N.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: choose another with --host ADDRESS.`
    default:
      return `Cannot listen on ${at}: ${error instanceof Error ? error.message : String(error)}`
  }
}

function announce({ targets }: Settings, bridge: Bridge): void {
  for (const { name, host, port, network } of targets) {
    console.log(`Target ${name}: ${formatAddress(host, port)} (${network ?? 'network not known'})`)
  }
  console.log(`v2scope is at ${bridge.url}`)
}
