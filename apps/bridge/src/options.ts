import { parseArgs } from 'node:util'
import {
  DEMO,
  formatAddress,
  NETWORKS,
  type Network,
  networkOfPort,
  type Target,
} from './targets.js'

export const DEFAULT_PORT = 8324
export const DEFAULT_HOST = '127.0.0.1'

export const USAGE = `v2scope's bridge: serves the page, and relays its bytes to Bitcoin nodes.

  npm start -- [options]

  --port N        listen on this port (${DEFAULT_PORT}; 0 picks a free one)
  --host ADDRESS  listen on this address (${DEFAULT_HOST})
  --node NAME=HOST:PORT[/NETWORK]
                  offer a node to the page; may be given many times. NETWORK is
                  ${NETWORKS.join(', ')};
                  without it, the network whose default port PORT is
  --no-demo       start no demo node
  --verbose       a line for each relay that opens or closes
  --help          this
`

/** What the command line asks for. */
export interface Options {
  readonly port: number
  readonly host: string
  readonly targets: readonly Target[]
  readonly demo: boolean
  readonly verbose: boolean
  readonly help: boolean
}

/** The command line cannot be followed; the message says what to write instead. */
export class UsageError extends Error {}

/** @throws {UsageError} on an unknown option or a value that is not of its form. */
export function parseOptions(args: readonly string[]): Options {
  const values = readArgs(args)
  const demo = !values['no-demo']
  return {
    port: values.port === undefined ? DEFAULT_PORT : parseListenPort(values.port),
    host: parseHost(values.host ?? DEFAULT_HOST),
    targets: parseTargets(values.node ?? [], demo),
    demo,
    verbose: values.verbose ?? false,
    help: values.help ?? false,
  }
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        node: { type: 'string', multiple: true },
        'no-demo': { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/\.\s/)[0] : String(error)
    throw new UsageError(`${said}; --help lists the options.`)
  }
}

function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65535 ? port : null
}

function parseListenPort(text: string): number {
  const port = parsePort(text)
  if (port !== null) return port
  throw new UsageError(`--port ${text} is not a port: write a number from 0 to 65535.`)
}

function parseHost(text: string): string {
  const host = text.replace(/^\[(.*)\]$/, '$1')
  if (/^[A-Za-z0-9.:%_-]+$/.test(host)) return host
  throw new UsageError(`--host ${text} is not an address: write one such as ${DEFAULT_HOST}.`)
}

function parseTargets(specs: readonly string[], demo: boolean): Target[] {
  const targets = new Map<string, Target>()
  for (const spec of specs) {
    const target = parseTarget(spec)
    if (demo && target.name === DEMO) {
      throw new UsageError(
        `--node ${spec}: the name "${DEMO}" is the demo node's; choose another, or add --no-demo.`,
      )
    }
    if (targets.has(target.name)) {
      throw new UsageError(`--node ${spec}: the name "${target.name}" is given twice; rename one.`)
    }
    targets.set(target.name, target)
  }
  return [...targets.values()]
}

const TARGET_FORM = /^(?<name>[^=]*)=(?<address>[^/]*)(?:\/(?<network>.*))?$/
const ADDRESS_FORM = /^(?:\[(?<v6>[0-9A-Fa-f:.%]+)\]|(?<host>[A-Za-z0-9._-]+)):(?<port>\d+)$/

function parseTarget(spec: string): Target {
  const parts = TARGET_FORM.exec(spec)?.groups
  if (!parts) {
    throw new UsageError(`--node ${spec} is not NAME=HOST:PORT: write it as mine=127.0.0.1:8333.`)
  }
  const { name = '', address = '', network } = parts
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(name)) {
    throw new UsageError(
      `--node ${spec}: a name is 1 to 64 letters, digits, ".", "_" or "-"; write one before the "=".`,
    )
  }
  const { host, port } = parseAddress(spec, address)
  return { name, host, port, network: parseNetwork(spec, network) ?? networkOfPort(port) }
}

function parseAddress(spec: string, address: string): { host: string; port: number } {
  const parts = ADDRESS_FORM.exec(address)?.groups
  const port = parsePort(parts?.port ?? '')
  const host = parts?.v6 ?? parts?.host
  if (host !== undefined && port !== null && port > 0) return { host, port }
  const example = `${formatAddress('127.0.0.1', 8333)} or ${formatAddress('::1', 18444)}`
  throw new UsageError(
    `--node ${spec}: "${address}" is not HOST:PORT; write one such as ${example}.`,
  )
}

function parseNetwork(spec: string, text: string | undefined): Network | null {
  if (text === undefined) return null
  const network = NETWORKS.find((known) => known === text)
  if (network !== undefined) return network
  throw new UsageError(
    `--node ${spec}: "${text}" is no network; write one of ${NETWORKS.join(', ')} after the "/".`,
  )
}
