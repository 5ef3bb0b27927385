/** What options say together, where each by itself is right. */

import type { Limits } from '../limits.js'
import { DEMO, isLoopback } from '../targets.js'
import { LIMIT_OPTIONS } from './limit-options.js'
import type { Settings } from './settings.js'

/** Names that mean something else where targets are named: on the page, and in tickets. */
const TAKEN = ['simulated', 'inbound', 'public', 'listen']

/** @returns why no bridge can offer these nodes. */
export function checkNodes({ targets, demo }: Settings): string[] {
  const problems: string[] = []
  for (const [at, { name }] of targets.entries()) {
    if (TAKEN.includes(name)) {
      problems.push(`--node ${name}=…: the name "${name}" means something else; choose another.`)
    }
    if (demo && name === DEMO) {
      problems.push(
        `--node ${name}=…: the name "${name}" is the demo node's; choose another, or add --no-demo.`,
      )
    }
    if (targets.findIndex((target) => target.name === name) < at) {
      problems.push(`--node ${name}=…: the name "${name}" is given twice; rename one.`)
    }
  }
  return problems
}

/** @returns what is odd about who can reach what. */
export function checkReach(settings: Settings): string[] {
  return [openToAll(settings), proxyForAll(settings), nothingToDo(settings)].filter(
    (warning) => warning !== null,
  )
}

function openToAll(settings: Settings): string | null {
  const { profile, host, allow, allowPublic, ticketKey } = settings
  if (isLoopback(host) || ticketKey !== null) return null
  const what = [
    'the named targets',
    ...(allow.length > 0 ? ['the addresses of --allow'] : []),
    ...(allowPublic ? ['public nodes, in your name'] : []),
  ].join(' and ')
  const bounds =
    profile === 'local'
      ? ', and nothing bounds how much: add --profile workshop or --profile hosted.'
      : '.'
  return `${host} is not a loopback address. Anyone who reaches it can dial ${what}${bounds}`
}

function proxyForAll({ origins, trustProxy, limits }: Settings): string | null {
  const counted = limits.connectionsPerAddress !== null || limits.upgradesPerMinute !== null
  const isProxied = origins.some((origin) => origin.startsWith('https:'))
  if (!counted || !isProxied || trustProxy.length > 0) return null
  return 'All who come through a proxy count as one address, its own: name it with --trust-proxy.'
}

function nothingToDo(settings: Settings): string | null {
  const { targets, demo, allow, allowPublic, listen } = settings
  if (demo || targets.length > 0 || allow.length > 0 || allowPublic || listen) return null
  return 'There is nothing to dial, and no port to be dialled at: name a node with --node, or leave out --no-demo.'
}

type Field = keyof Limits

/** What is bounded, and what ends or fills up before it where that is less. */
const COVERED: readonly (readonly [bound: Field, by: Field])[] = [
  ['connectionsPerAddress', 'connections'],
  ['connectionsPerTicket', 'connections'],
  ['connectionsPerTarget', 'connections'],
  ['firstByteTimeout', 'idleTimeout'],
  ['firstByteTimeout', 'lifetime'],
  ['idleTimeout', 'lifetime'],
]

/** @returns bounds of an operator's own that are never met. */
export function checkLimits(settings: Settings, given: ReadonlySet<Field>): string[] {
  const { limits, ticketKey } = settings
  const covered = COVERED.flatMap(([field, by]) => {
    const bound = limits[field]
    const before = limits[by]
    if (!given.has(field) || bound === null || before === null || bound <= before) return []
    return [`${named(limits, field)} is never met: ${named(limits, by)} comes first.`]
  })
  const ofTickets = 'connectionsPerTicket'
  if (ticketKey !== null || !given.has(ofTickets) || limits[ofTickets] === null) return covered
  const unmet = `${named(limits, ofTickets)} is never met: without --ticket-key there are no tickets.`
  return [...covered, unmet]
}

function named<F extends Field>(limits: Limits, field: F): string {
  const { flag, kind } = LIMIT_OPTIONS[field]
  return `--${flag} ${kind.show(limits[field])}`
}
