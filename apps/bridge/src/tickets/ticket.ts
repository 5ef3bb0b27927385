import { randomUUID } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** What a ticket lets its bearers do. */
export interface Grant {
  /** Names of targets; `public` for free addresses, `listen` for being dialled, `*` for all. */
  readonly targets: readonly string[]
  /** How many times it can be used, in all. */
  readonly connections: number
  /** Of all its connections together; `null`: no bound. */
  readonly bytes: number | null
  /** When it ends, ms since 1970. */
  readonly until: number
}

/** A grant that this bridge's key has signed. */
export interface Ticket extends Grant {
  readonly kind: 'ticket'
  /** What its uses are counted by. */
  readonly id: string
}

/** Why a text is not taken for a ticket. */
export type TicketFault = 'expired' | 'forged' | 'malformed'

/** RFC 7518 §3.2, and no other: what a token says of itself is not asked. */
const ALGORITHM = 'HS256'

/** In characters: with it a request still fits what servers take of headers. */
export const MAX_TICKET_LENGTH = 4096

/** In characters; each id in use is kept. */
const MAX_ID_LENGTH = 64

/** RFC 7519, signed with `key`, at least 32 bytes. `until` is kept to the second. */
export function signTicket(grant: Grant, key: Uint8Array): Promise<string> {
  const { targets, connections, bytes, until } = grant
  return new SignJWT({ targets, connections, ...(bytes === null ? {} : { bytes }) })
    .setProtectedHeader({ alg: ALGORITHM })
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(Math.ceil(until / 1000))
    .sign(key)
}

/** The ticket that `token` is, if `key` has signed it and it has not ended. */
export async function readTicket(token: string, key: Uint8Array): Promise<Ticket | TicketFault> {
  if (token.length > MAX_TICKET_LENGTH) return 'malformed'
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      requiredClaims: ['jti', 'iat', 'exp', 'targets', 'connections'],
      clockTolerance: 0,
    })
    return ticketOf(payload) ?? 'malformed'
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired'
    const isForged =
      error instanceof errors.JWSSignatureVerificationFailed ||
      error instanceof errors.JOSEAlgNotAllowed
    return isForged ? 'forged' : 'malformed'
  }
}

/** Claims that mean nothing here are let be. */
function ticketOf({ jti, exp, targets, connections, bytes }: JWTPayload): Ticket | null {
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_ID_LENGTH) return null
  if (!isNames(targets) || !isCount(connections) || !isCount(exp)) return null
  if (bytes !== undefined && !isCount(bytes)) return null
  return { kind: 'ticket', id: jti, targets, connections, bytes: bytes ?? null, until: exp * 1000 }
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0
