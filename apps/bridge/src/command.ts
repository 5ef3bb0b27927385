import { type Bridge, type BridgeSettings, startBridge } from './bridge.js'
import { type Options, parseOptions, USAGE, UsageError } from './options.js'
import { formatAddress, isLoopback } from './targets.js'

const EXIT = { ok: 0, failed: 1, badUsage: 2 } as const

/** `npm` and a terminal may both pass on one Ctrl-C; the two come within this time, ms. */
const SAME_SIGNAL = 100

/** What a test puts in another's place. */
export type Parts = Pick<BridgeSettings, 'demo' | 'staticDir' | 'limits'>

/** Runs the bridge as `args` say until a signal ends it; sets the process's exit code. */
export async function runCommand(args: readonly string[], parts: Parts = {}): Promise<void> {
  const options = readOptions(args)
  if (options === null) return
  if (options.help) {
    process.stdout.write(USAGE)
    return
  }
  const bridge = await start(options, parts)
  if (bridge === null) return
  endOnSignal(bridge)
  announce(options, bridge)
}

function readOptions(args: readonly string[]): Options | null {
  try {
    return parseOptions(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    process.exitCode = EXIT.badUsage
    return null
  }
}

async function start(options: Options, parts: Parts): Promise<Bridge | null> {
  const { host, port, targets, demo, verbose } = options
  try {
    return await startBridge({
      ...parts,
      host,
      port,
      targets,
      ...(demo ? {} : { demo: false }),
      ...(verbose ? { log: (line: string) => console.log(line) } : {}),
    })
  } catch (error) {
    console.error(startFailure(options, error))
    process.exitCode = EXIT.failed
    return null
  }
}

function startFailure({ host, port }: Options, error: unknown): string {
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

function announce({ host, targets, verbose }: Options, bridge: Bridge): void {
  if (!isLoopback(host)) {
    console.log(
      `Warning: ${host} is not a loopback address. Anyone who reaches it can dial the named targets.`,
    )
  }
  for (const { name, host, port, network } of targets) {
    console.log(`Target ${name}: ${formatAddress(host, port)} (${network ?? 'network not known'})`)
  }
  if (verbose) console.log('Each relay gets a line when it opens and when it closes.')
  console.log(`v2scope is at ${bridge.url}`)
}

/** The first signal ends everything cleanly, a second one at once. */
function endOnSignal(bridge: Bridge): void {
  let firstAt: number | null = null
  const onSignal = () => {
    if (firstAt === null) {
      firstAt = performance.now()
      void bridge.close().then(() => process.exit(EXIT.ok))
    } else if (performance.now() - firstAt > SAME_SIGNAL) {
      process.exit(EXIT.failed)
    }
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
