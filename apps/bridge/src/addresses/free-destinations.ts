import type { Socket } from 'node:net'
import { CloseCode } from '../close-codes.js'
import type { Destination } from '../destination.js'
import { type Refusal, refuse } from '../refusal.js'
import { formatAddress } from '../targets.js'
import type { AddressPolicy } from './address-policy.js'
import { type FreeAddress, formatFreeAddress, parseFreeAddress } from './free-address.js'
import { type Ip, parseIp, specialRange } from './ip.js'
import type { NameLookup } from './name-lookup.js'
import type { Strangers, Visit } from './strangers.js'

/** What free addresses are found by. */
export interface FreeDestinationParts {
  readonly policy: AddressPolicy
  readonly lookup: NameLookup
  readonly strangers: Strangers
  /** Starts a TCP connection to a literal address. */
  connect(ip: string, port: number): Socket
}

/** An address of one's own network may be dialled as often as the bridge's own limits allow. */
const NO_STRANGER: Visit = { kind: 'visit', dialled: () => undefined, left: () => undefined }

/** Where `/relay?addr=TEXT` goes: an address that has been checked, and the socket to that alone. */
export async function freeDestination(
  text: string | null,
  parts: FreeDestinationParts,
): Promise<Destination | Refusal> {
  const address = parseFreeAddress(text)
  if (address.kind === 'refused') return address
  const located = await locate(address, parts)
  if (located.kind === 'refused') return located
  const { ip } = located
  const { port } = address
  const visit = specialRange(ip) === null ? await parts.strangers.visit(ip, port) : NO_STRANGER
  if (visit.kind === 'refused') return visit
  return {
    kind: 'destination',
    name: formatFreeAddress(address),
    address: formatAddress(ip.toString(), port),
    connect: () => parts.connect(ip.toString(), port),
    check: (socket) => checkReached(socket, ip, port),
    dialled: visit.dialled,
    left: visit.left,
  }
}

/** The one address to dial: of a name the first, after all that it leads to have been judged. */
async function locate(
  { host, port }: FreeAddress,
  { policy, lookup }: FreeDestinationParts,
): Promise<{ readonly kind: 'located'; readonly ip: Ip } | Refusal> {
  if (host.kind === 'ip') {
    return policy.judge(host.ip, port) ?? { kind: 'located', ip: host.ip }
  }
  const unlisted = policy.judgeName(host.name, port)
  if (unlisted !== null) return unlisted
  const answers = await lookup.lookUp(host.name)
  if (answers.kind === 'refused') return answers
  for (const ip of answers.ips) {
    const refusal = policy.judge(ip, port, host.name)
    if (refusal !== null) return refusal
  }
  return { kind: 'located', ip: answers.ips[0] }
}

function checkReached({ remoteAddress, remotePort }: Socket, ip: Ip, port: number): Refusal | null {
  const reached = parseIp(remoteAddress ?? '')
  if (reached?.toString() === ip.toString() && remotePort === port) return null
  return refuse(
    CloseCode.notAllowed,
    `The dial to ${ip} got to ${reached ?? 'somewhere else'}, which was not checked`,
  )
}
