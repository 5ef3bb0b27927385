import { createServer, type Server, type ServerOptions } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { AllowRule } from './addresses/allow-rule.js'
import { type DeskSettings, openDesk } from './callers/desk.js'
import { ConnectionLog, type Log } from './connection-log.js'
import { DemoProcess } from './demo-process.js'
import { Destinations, type World } from './destinations.js'
import { Ending } from './ending.js'
import { httpRoutes } from './http-routes.js'
import { type Bounds, boundsOf, type Profile } from './limits.js'
import { limitsReport } from './limits-report.js'
import { type ListenAt, listenFailure, tryListenAt, usualListenAt } from './listening/listen-at.js'
import { Listeners } from './listening/listeners.js'
import { boundPlainSockets } from './plain-sockets.js'
import { Reception, type ReceptionParts } from './reception.js'
import { Relays } from './relays.js'
import { originGuard, toOrigin } from './same-origin.js'
import { staticPage } from './static-page.js'
import { DEMO, formatAddress, type Target } from './targets.js'
import { upgrades } from './upgrades.js'

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export interface BridgeSettings extends DeskSettings {
  /** The address to listen on. */
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly targets: readonly Target[]
  /** Addresses that a page may ask for without a name of theirs. Default: none. */
  readonly allow?: readonly AllowRule[]
  /** Allows public unicast addresses on the nodes' default ports. Default: `false`. */
  readonly allowPublic?: boolean
  /** The demo node's main module; `false` for no demo node. Default: the one built beside. */
  readonly demo?: string | false
  /** The built page. Default: the one built beside. */
  readonly staticDir?: string
  /** Pages that may use it besides its own, `https://HOST`; their hosts are taken for its own. */
  readonly origins?: readonly string[]
  /** Whose limits are in force. Default: `local`. */
  readonly profile?: Profile
  /** Replaces single limits. */
  readonly limits?: Partial<Bounds>
  /**
   * Where pages may have a port opened for nodes to dial; `false`: nowhere. Default: a free port of
   * 127.0.0.1 where the bridge itself is local, and on loopback; else nowhere.
   */
  readonly listen?: ListenAt | false
  /** What the bridge reaches the world by. Default: this machine's DNS and TCP. */
  readonly world?: World
  /** Takes who comes and goes, and what is wrong that the bridge goes on without. */
  readonly log: Log
  /** Whether clients' addresses are in the log. Default: `false`. */
  readonly logAddresses?: boolean
}

export interface Bridge {
  /** The address to open, `http://HOST:PORT/`. */
  readonly url: string
  readonly port: number
  stats(): { readonly relays: number; readonly opened: number }
  /** Nobody gets in any more, and relays end within the drain timeout; resolves when all is gone. */
  drain(): Promise<void>
  /** Ends relays, server and demo node at once; resolves when all are gone. */
  close(): Promise<void>
}

/** @throws the system's error (`EADDRINUSE`, …) when it cannot listen. */
export async function startBridge(settings: BridgeSettings): Promise<Bridge> {
  const profile = settings.profile ?? 'local'
  const bounds = boundsOf(profile, settings.limits)
  const demo = makeDemo(settings, bounds)
  const targets = () => [...(demo?.target ? [demo.target] : []), ...settings.targets]
  const desk = openDesk(settings, bounds)
  const log = new ConnectionLog(
    settings.log,
    settings.logAddresses ? (request) => desk.callers.keyOf(request) : null,
  )
  const relays = new Relays(bounds, log)
  const listenAt = settings.listen ?? usualListenAt(settings)
  const listeners = new Listeners(listenAt, bounds, log)
  const destinations = new Destinations(
    { targets, listeners, rules: settings.allow ?? [], allowPublic: settings.allowPublic ?? false },
    bounds,
    settings.world,
  )
  const parts: ReceptionParts = {
    callers: desk.callers,
    admission: desk.admission,
    find: (route) => destinations.find(route),
    relays,
    listeners,
    log,
  }
  const reception = new Reception(parts, bounds)
  const startedAt = performance.now()

  const foreign = originGuard(settings.host, (settings.origins ?? []).map(toOrigin))
  const server = createServer(
    serverOptions(bounds),
    httpRoutes({
      targets,
      demo,
      relays: () => relays.count,
      limits: limitsReport(desk, bounds, {
        profile,
        freeAddresses: destinations.policy.summary,
        listen: listenAt,
        open: () => reception.open,
      }),
      uptime: () => performance.now() - startedAt,
      isDraining: () => ending.isDraining,
      foreign,
      page: staticPage(settings.staticDir ?? built('web/dist')),
    }),
  )
  const ending = new Ending({ server, reception, groups: [relays, listeners], demo })
  server.timeout = bounds.plainIdleTimeout
  boundPlainSockets(server, bounds.plainSockets)
  server.on('upgrade', upgrades(reception, foreign, log))
  const port = await listen(server, settings.host, settings.port)
  if (settings.listen) await warnOfDeafness(settings.listen, settings.log)
  await demo?.start()

  return {
    url: `http://${formatAddress(reachable(settings.host), port)}/`,
    port,
    stats: () => ({ relays: relays.count, opened: relays.opened }),
    drain: () => ending.drain(),
    close: () => ending.close(),
  }
}

/** The operator hears of a wrong address at the start, not from the first page that listens. */
async function warnOfDeafness(at: ListenAt, log: Log): Promise<void> {
  const error = await tryListenAt(at)
  if (error !== null) log.warn({}, listenFailure(at, error).reason)
}

/** Where a browser on this machine finds a server that listens on every address. */
function reachable(host: string): string {
  switch (host) {
    case '0.0.0.0':
      return '127.0.0.1'
    case '::':
      return '::1'
    default:
      return host
  }
}

/** A request that does not come on is ended; Node looks for such as often as `check…Interval` says. */
function serverOptions({ requestTimeout }: Bounds): ServerOptions {
  return {
    headersTimeout: requestTimeout,
    requestTimeout,
    connectionsCheckingInterval: requestTimeout / 5,
  }
}

function makeDemo({ demo, log }: BridgeSettings, bounds: Bounds) {
  if (demo === false) return null
  const warn = (line: string) => log.warn({}, line)
  return new DemoProcess(demo ?? built(`${DEMO}-node/dist/main.js`), bounds, warn)
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
