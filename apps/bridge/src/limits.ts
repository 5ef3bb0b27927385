import { TUNING, type Tuning } from './tuning.js'

const KIB = 1024
const MIB = 1024 * KIB
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Everything that an operator can bound. Times in ms, sizes in bytes; `null` is no bound. */
export interface Limits {
  /** Open at once; the next upgrade is refused with 503. */
  readonly connections: number
  /** Open at once from one IPv4 address or one IPv6 /64; then 4420. */
  readonly connectionsPerAddress: number | null
  /** Open at once with one ticket; then 4420. */
  readonly connectionsPerTicket: number | null
  /** Open at once to one target; then 4429. */
  readonly connectionsPerTarget: number | null
  /** Upgrades in a minute from one IPv4 address or one IPv6 /64; then 4420. */
  readonly upgradesPerMinute: number | null
  /** Of one connection, both ways together; what comes faster waits. */
  readonly bytesPerSecond: number | null
  /** Of one connection, both ways together; then 4409. */
  readonly bytesInAll: number | null
  /** How long a dial may take, and before it the look-up of its name; then 4408. */
  readonly dialTimeout: number
  /** From the open relay to the page's first byte; then 4505. */
  readonly firstByteTimeout: number | null
  /** Without a byte either way; then 4505. */
  readonly idleTimeout: number
  /** Of one connection; then 4506. */
  readonly lifetime: number | null
  /** Bytes are queued and none has moved for this long; then 4504. */
  readonly stallTimeout: number
  /** Largest WebSocket message from a page; a larger one closes with 1009. */
  readonly frameSize: number
  /** Frames that one WebSocket message may be split into; more close with 1008. */
  readonly fragments: number
  /** Between two protocol-level pings to the page. */
  readonly pingInterval: number
  /** What those who are connected get to finish when the bridge is asked to end; then 1001. */
  readonly drainTimeout: number
}

export const PROFILES = ['local', 'workshop', 'hosted'] as const
/** On one laptop; for a room, which is one address behind its NAT; for strangers. */
export type Profile = (typeof PROFILES)[number]

const LOCAL: Limits = {
  connections: 1024,
  connectionsPerAddress: null,
  connectionsPerTicket: null,
  connectionsPerTarget: null,
  upgradesPerMinute: null,
  bytesPerSecond: null,
  bytesInAll: null,
  dialTimeout: 5 * SECOND,
  // none: Hold keeps our key back for as long as the reader likes
  firstByteTimeout: null,
  idleTimeout: 30 * MINUTE,
  lifetime: null,
  stallTimeout: 30 * SECOND,
  frameSize: MIB,
  fragments: 64,
  pingInterval: 20 * SECOND,
  drainTimeout: SECOND / 2,
}

export const LIMITS: Readonly<Record<Profile, Limits>> = {
  local: LOCAL,
  workshop: {
    ...LOCAL,
    connectionsPerAddress: 400,
    upgradesPerMinute: 2000,
    drainTimeout: 30 * SECOND,
  },
  hosted: {
    ...LOCAL,
    connectionsPerAddress: 8,
    connectionsPerTicket: 8,
    connectionsPerTarget: 256,
    upgradesPerMinute: 60,
    bytesPerSecond: 4 * MIB,
    bytesInAll: 1024 * MIB,
    firstByteTimeout: 10 * SECOND,
    lifetime: 2 * HOUR,
    drainTimeout: 30 * SECOND,
  },
}

/** Every bound that the bridge keeps to. */
export interface Bounds extends Limits, Tuning {}

export const boundsOf = (profile: Profile, changed: Partial<Bounds> = {}): Bounds => ({
  ...TUNING,
  ...LIMITS[profile],
  ...changed,
})
