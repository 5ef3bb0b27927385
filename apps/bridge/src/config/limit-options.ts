import type { Limits } from '../limits.js'
import { HARD_EXIT } from '../signals.js'
import { TUNING } from '../tuning.js'
import { type Option, option } from './option.js'
import { count, duration, orNone, size } from './value-kinds.js'

const KIB = 1024
const MIB = 1024 * KIB
const TIB = 1024 * 1024 * MIB
const SECOND = 1000
const HOUR = 3600 * SECOND

/** More sockets than a process can have. */
const MANY = 1_000_000
/** Node's timers end at 2³¹ ms, which is 596 hours. */
const LONG = 480 * HOUR
/** What the page sends at most in one WebSocket message. */
const PAGE_FRAME = 64 * KIB
/** The last to be closed must still get to its end before the process does. */
const LONGEST_DRAIN = HARD_EXIT - TUNING.pageCloseGrace

const connections = count(1, MANY)
const wait = duration(SECOND / 10, LONG)

export const LIMIT_OPTIONS: { readonly [F in keyof Limits]: Option<Limits[F]> } = {
  connections: option('connections', connections, 'open at once, in all'),
  connectionsPerAddress: option(
    'connections-per-address',
    orNone(connections),
    'open at once from one IPv4 address or one IPv6 /64',
  ),
  connectionsPerTicket: option(
    'connections-per-ticket',
    orNone(connections),
    'open at once with one ticket',
  ),
  connectionsPerTarget: option(
    'connections-per-target',
    orNone(connections),
    'open at once to one target',
  ),
  upgradesPerMinute: option(
    'upgrades-per-minute',
    orNone(connections),
    'new connections in a minute from one IPv4 address or one IPv6 /64',
  ),
  bytesPerSecond: option(
    'bytes-per-second',
    orNone(size(KIB, TIB)),
    'of one connection, both ways together; what comes faster waits',
  ),
  bytesInAll: option(
    'bytes-in-all',
    orNone(size(KIB, TIB)),
    'of one connection, both ways together',
  ),
  dialTimeout: option(
    'dial-timeout',
    wait,
    'for a name to be looked up, and for the node to answer the dial',
  ),
  firstByteTimeout: option(
    'first-byte-timeout',
    orNone(wait),
    "for the page's first byte; Hold in the page needs as long as its reader",
  ),
  idleTimeout: option('idle-timeout', wait, 'without a byte either way'),
  lifetime: option('lifetime', orNone(wait), 'of one connection'),
  stallTimeout: option('stall-timeout', wait, 'with bytes that wait and none that moves'),
  frameSize: option(
    'frame-size',
    size(PAGE_FRAME, 64 * MIB),
    'largest WebSocket message from a page',
  ),
  fragments: option('fragments', count(1, 65536), 'frames that one WebSocket message may have'),
  pingInterval: option('ping-interval', duration(SECOND, HOUR), 'between two pings to a page'),
  drainTimeout: option(
    'drain',
    duration(0, LONGEST_DRAIN),
    'for those who are connected, when the bridge is asked to end',
  ),
}

const isField = (key: string): key is keyof Limits => Object.hasOwn(LIMIT_OPTIONS, key)

export const LIMIT_FIELDS: readonly (keyof Limits)[] = Object.keys(LIMIT_OPTIONS).filter(isField)
