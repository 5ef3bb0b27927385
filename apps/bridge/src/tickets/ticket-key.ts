import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** RFC 7518 §3.2: at least as long as what HS256 makes of it, in bytes. */
const MIN_KEY_LENGTH = 32

/** In a file's mode: those who neither own it nor are of its group may read it. */
const OTHERS_READ = 0o004

/** The file holds no key; the message says whose fault it is, and how to make one. */
export class TicketKeyError extends Error {}

/**
 * What tickets are signed with: the file's bytes, or what they say in hex. Warns of a file that
 * everyone may read.
 *
 * @throws {TicketKeyError} where there is no file, or less than 32 bytes in it
 */
export function readTicketKey(path: string, warn: (line: string) => void): Uint8Array {
  const { bytes, mode } = readFile(path)
  if (process.platform !== 'win32' && (mode & OTHERS_READ) !== 0) {
    warn(`The ticket key ${path} can be read by everyone on this machine: chmod 600 ${path}`)
  }
  const key = unhexed(bytes)
  if (key.length >= MIN_KEY_LENGTH) return key
  throw new TicketKeyError(
    `The ticket key ${path} has ${key.length} bytes, and needs ${MIN_KEY_LENGTH}: ${howToMake(path)}.`,
  )
}

function readFile(path: string): { bytes: Buffer; mode: number } {
  try {
    const file = openSync(path, 'r')
    try {
      return { bytes: readFileSync(file), mode: fstatSync(file).mode }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new TicketKeyError(`The ticket key ${path} ${what}: ${howToMake(path)}.`)
  }
}

function unhexed(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').trim()
  return /^([0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : bytes
}

const howToMake = (path: string) => `make one with openssl rand -hex ${MIN_KEY_LENGTH} > ${path}`
