import { parseArgs } from 'node:util'
import { count, duration, type Kind, size } from '../config/value-kinds.js'
import { type Grant, MAX_TICKET_LENGTH, signTicket } from './ticket.js'
import { readTicketKey, TicketKeyError } from './ticket-key.js'

const DAY = 24 * 3600 * 1000
const TIB = 1024 ** 4

const CONNECTIONS = count(1, 1_000_000)
const BYTES = size(1, TIB)
const LIFE = duration(1000, 31 * DAY)

const KEY_VARIABLE = 'V2SCOPE_TICKET_KEY'

const USAGE = `Makes a ticket for a bridge that has --ticket-key, and prints it.

  v2scope-bridge ticket --ticket-key FILE --targets NAME,… --connections N
                        [--bytes SIZE] --for TIME

  --ticket-key FILE  the key that the bridge has (or ${KEY_VARIABLE})
  --targets NAMES    where it lets its bearers go, by commas: names of targets;
                     public for free addresses, listen for being dialled,
                     * for everything
  --connections N    how often it can be used, in all
  --bytes SIZE       what all its connections carry together; without it, any
  --for TIME         how long it is good: 10m, 2h, …
`

const EXIT_BAD_USAGE = 2

/** What was asked for cannot be made; the message says what to write instead. */
class UsageError extends Error {}

/** What a ticket is asked for with, as text. */
type Given = ReturnType<typeof readArgs>

/** `v2scope-bridge ticket`: the token goes to the standard output, and nothing else does. */
export async function ticketCommand(args: readonly string[]): Promise<void> {
  try {
    const given = readArgs(args)
    if (given.help) {
      process.stdout.write(USAGE)
      return
    }
    const grant = grantOf(given)
    const key = readTicketKey(keyFileOf(given), (line) => console.error(`${line}.`))
    const token = await signTicket(grant, key)
    if (token.length > MAX_TICKET_LENGTH) {
      throw new UsageError('--targets names too many for one ticket: make several, or write *.')
    }
    console.error(explain(grant))
    process.stdout.write(`${token}\n`)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof TicketKeyError)) throw error
    console.error(error.message)
    process.exitCode = EXIT_BAD_USAGE
  }
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'ticket-key': { type: 'string' },
        targets: { type: 'string' },
        connections: { type: 'string' },
        bytes: { type: 'string' },
        for: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/\.\s/)[0] : String(error)
    throw new UsageError(`${said}; v2scope-bridge ticket --help lists the options.`)
  }
}

const keyFileOf = (given: Given): string =>
  needed('ticket-key', 'FILE', given['ticket-key'] ?? process.env[KEY_VARIABLE])

function grantOf(given: Given): Grant {
  const targets = namesIn(needed('targets', 'NAME,…', given.targets))
  const connections = readAs(CONNECTIONS, 'connections', given.connections)
  const bytes = given.bytes === undefined ? null : readAs(BYTES, 'bytes', given.bytes)
  return { targets, connections, bytes, until: Date.now() + readAs(LIFE, 'for', given.for) }
}

function namesIn(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.every((name) => /^([A-Za-z0-9._-]{1,64}|\*)$/.test(name))) return names
  throw new UsageError(`--targets ${text}: write names by commas, such as demo,mine.`)
}

function readAs<T>(kind: Kind<T>, flag: string, text: string | undefined): T {
  const reading = kind.read(needed(flag, kind.form, text))
  if ('value' in reading) return reading.value
  throw new UsageError(`--${flag} ${text}: ${reading.wrong}.`)
}

function needed(flag: string, form: string, text: string | undefined): string {
  if (text !== undefined && text !== '') return text
  throw new UsageError(`--${flag} is missing: write --${flag} ${form}.`)
}

function explain({ targets, connections, bytes, until }: Grant): string {
  const carried = bytes === null ? '' : `, ${BYTES.show(bytes)} in all`
  const end = new Date(until).toISOString().replace(/\.\d+/, '')
  return `A ticket for ${targets.join(', ')}: ${connections} connections${carried}, until ${end}.
Whoever has it can use it. A link carries it behind the "#", which no server sees:
http://127.0.0.1:8324/#/session?ticket=TICKET`
}
