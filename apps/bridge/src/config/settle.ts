import { LIMITS, type Limits, type Profile } from '../limits.js'
import { usualListenAt } from '../listening/listen-at.js'
import { readTicketKey, TicketKeyError } from '../tickets/ticket-key.js'
import { LIMIT_FIELDS, LIMIT_OPTIONS } from './limit-options.js'
import type { Option } from './option.js'
import type { OptionReader } from './option-reader.js'
import { DEFAULT_HOST, DEFAULT_PORT, OPTIONS } from './options.js'
import { checkLimits, checkNodes, checkReach } from './sanity.js'
import type { Settings } from './settings.js'

export interface Settled {
  readonly settings: Settings
  /** What no bridge can be started with; a sentence each. */
  readonly problems: readonly string[]
  /** What goes on, but was probably not meant; a sentence each. */
  readonly warnings: readonly string[]
}

/** Each option in its place, with the default that it has there. */
export function settle(reader: OptionReader): Settled {
  const { ticketKeyFile, ...general } = readGeneral(reader)
  const { limits, given } = readLimits(reader, general.profile)
  const key = readKey(ticketKeyFile)
  const settings = { ...general, ticketKey: key.value, limits }
  return {
    settings,
    problems: [...key.problems, ...checkNodes(settings)],
    warnings: [...key.warnings, ...checkReach(settings), ...checkLimits(settings, given)],
  }
}

function readGeneral(reader: OptionReader) {
  const profile = reader.one(OPTIONS.profile, 'local').value
  const port = reader.one(OPTIONS.port, DEFAULT_PORT).value
  const host = reader.one(OPTIONS.host, DEFAULT_HOST).value
  const usualListen = usualListenAt({ profile, host }) || null
  return {
    profile,
    port,
    host,
    targets: reader.all(OPTIONS.node),
    demo: !reader.one(OPTIONS.noDemo, false).value,
    allow: reader.all(OPTIONS.allow),
    allowPublic: reader.one(OPTIONS.allowPublic, false).value,
    listen: reader.one(OPTIONS.listen, usualListen, `profile ${profile}`).value ?? (false as const),
    origins: reader.all(OPTIONS.origin),
    trustProxy: reader.all(OPTIONS.trustProxy),
    ticketKeyFile: reader.ifGiven(OPTIONS.ticketKey),
    ...readLog(reader, profile),
  }
}

function readLog(reader: OptionReader, profile: Profile) {
  const verbose = reader.one(OPTIONS.verbose, false)
  const usual = verbose.value || profile !== 'local' ? 'info' : 'warn'
  const from = verbose.value ? verbose.from : `profile ${profile}`
  return {
    logLevel: reader.one(OPTIONS.logLevel, usual, from).value,
    logAddresses: reader.one(OPTIONS.logAddresses, false).value,
  }
}

type Field = keyof Limits

/** What is in force, and which of it an operator has set. */
function readLimits(reader: OptionReader, profile: Profile) {
  const limits: { -readonly [F in Field]: Limits[F] } = { ...LIMITS[profile] }
  const given = new Set<Field>()
  const readOne = <F extends Field>(field: F) => {
    const option: Option<Limits[F]> = LIMIT_OPTIONS[field]
    const setting = reader.one(option, limits[field], `profile ${profile}`)
    limits[field] = setting.value
    if (setting.isGiven) given.add(field)
  }
  for (const field of LIMIT_FIELDS) readOne(field)
  return { limits, given }
}

/** The key itself, which is never shown; its path is. */
function readKey(path: string | null) {
  const warnings: string[] = []
  try {
    const value = path === null ? null : readTicketKey(path, (line) => warnings.push(`${line}.`))
    return { value, problems: [], warnings }
  } catch (error) {
    if (!(error instanceof TicketKeyError)) throw error
    return { value: null, problems: [error.message], warnings }
  }
}
