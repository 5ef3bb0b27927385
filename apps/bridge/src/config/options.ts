import { existsSync } from 'node:fs'
import { AllowRuleError, formatAllowRule, parseAllowRule } from '../addresses/allow-rule.js'
import { toTrust } from '../callers/client-address.js'
import { PROFILES } from '../limits.js'
import type { ListenAt } from '../listening/listen-at.js'
import { LOG_LEVELS } from '../log.js'
import { toOrigin } from '../same-origin.js'
import { formatAddress, NETWORKS, NODE_PORTS } from '../targets.js'
import { readAddress } from './address-text.js'
import { LIMIT_OPTIONS } from './limit-options.js'
import { node } from './node-option.js'
import { type AnyOption, listOption, option } from './option.js'
import {
  count,
  type Kind,
  NONE,
  oneOf,
  orNone,
  parsedKind,
  type Reading,
  textKind,
  toggle,
} from './value-kinds.js'

export const DEFAULT_PORT = 8324
export const DEFAULT_HOST = '127.0.0.1'

const asItIs = (value: string) => value

const host = textKind('ADDRESS', readHost, asItIs)

function readHost(written: string): Reading<string> {
  const value = written.replace(/^\[(.*)\]$/, '$1')
  if (/^[A-Za-z0-9.:%_-]+$/.test(value)) return { value }
  return { wrong: `write an address such as ${DEFAULT_HOST}` }
}

const address = textKind('HOST:PORT', readListenAt, ({ host, port }) => formatAddress(host, port))

function readListenAt(written: string): Reading<ListenAt> {
  const value = readAddress(written)
  return value === null ? { wrong: 'write HOST:PORT, such as 127.0.0.1:0' } : { value }
}

const origin = parsedKind('URL', toOrigin, RangeError, asItIs)

const rule = parsedKind('HOST|IP|CIDR[:PORT,…]', parseAllowRule, AllowRuleError, formatAllowRule)

const proxy = parsedKind('IP|CIDR', toProxy, RangeError, asItIs)

function toProxy(written: string): string {
  toTrust([written])
  return written
}

const path: Kind<string> = { ...textKind('FILE', readPath, asItIs), isPath: true }

function readPath(written: string): Reading<string> {
  if (written === '') return { wrong: 'write the path of a file' }
  if (/[0-9a-f]{64}$/i.test(written) && !existsSync(written)) {
    return {
      wrong: 'this looks like a key itself; write it into a file, and the path of that here',
    }
  }
  return { value: written }
}

/** What a bridge can be told, besides its limits. */
export const OPTIONS = {
  profile: option(
    'profile',
    oneOf(PROFILES),
    'whose limits are in force: of one laptop, of a room behind one address, or of a bridge that strangers reach (local)',
  ),
  port: option(
    'port',
    count(0, 65535),
    `listen on this port (${DEFAULT_PORT}; 0 picks a free one)`,
  ),
  host: option('host', host, `listen on this address (${DEFAULT_HOST})`),
  node: listOption(
    'node',
    node,
    `offer a node to the page; may be given many times. NETWORK is ${NETWORKS.join(', ')}; without it, the network whose default port PORT is`,
  ),
  noDemo: option('no-demo', toggle, 'start no demo node'),
  allow: listOption(
    'allow',
    rule,
    `let pages dial these addresses by themselves; may be given many times, IPv6 in brackets. Without ports: ${NODE_PORTS.join(', ')}`,
  ),
  allowPublic: option(
    'allow-public',
    toggle,
    'let pages dial every public address, on these ports only',
  ),
  listen: option(
    'listen',
    orNone(address),
    'open ports here for nodes to dial pages; port 0 picks a free one for each page. Without it: 127.0.0.1:0 where profile and host are local, else none. --no-listen is the same as --listen none',
  ),
  origin: listOption(
    'origin',
    origin,
    'a page that may use this bridge besides its own, such as https://scope.example behind a proxy; may be given many times',
  ),
  trustProxy: listOption(
    'trust-proxy',
    proxy,
    'a proxy in front, whose X-Forwarded-For is believed; may be given many times',
  ),
  ticketKey: option(
    'ticket-key',
    path,
    'let only those connect who have a ticket that was signed with the key in FILE; `v2scope-bridge ticket` makes them',
  ),
  verbose: option('verbose', toggle, 'the same as --log-level info, where that is not given'),
  logLevel: option(
    'log-level',
    oneOf(LOG_LEVELS),
    'what is logged on stderr: who comes and goes, or only what is wrong, or nothing (warn where the profile is local, else info)',
  ),
  logAddresses: option('log-addresses', toggle, "log callers' addresses too"),
}

/** What the command does, and no bridge needs to know. */
export const COMMAND_OPTIONS = {
  config: option('config', path, 'read options from this JSON file'),
  checkConfig: option(
    'check-config',
    toggle,
    'print what is in force and where each value came from, and start nothing',
  ),
  help: option('help', toggle, 'this'),
}

/** In the order in which they are shown. */
export const SETTABLE: readonly AnyOption[] = [
  ...Object.values(OPTIONS),
  ...Object.values(LIMIT_OPTIONS),
]

/** Switches that say the same as an option with a value. */
export const SHORT_FORMS = [{ flag: 'no-listen', means: OPTIONS.listen.flag, text: NONE }] as const
