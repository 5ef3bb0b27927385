const KIB = 1024
const MIB = 1024 * KIB
const SECOND = 1000
const MINUTE = 60 * SECOND

/** Bounds of the bridge's own working, which no operator need set. Times in ms, sizes in bytes. */
export interface Tuning {
  /** Unsent bytes towards the page above which the target is no longer read. */
  readonly pageQueueHigh: number
  /** Unsent bytes towards the page at or below which the target is read again. */
  readonly pageQueueLow: number
  /** Unsettled writes towards the page above which the target is no longer read. */
  readonly queuedWritesHigh: number
  /** Unsettled writes at or below which the target is read again. */
  readonly queuedWritesLow: number
  /** Frames from the page below this size, in bytes, become one write a tick. */
  readonly gatherBelow: number
  /** Most that such a write holds, in bytes; at least `gatherBelow`. */
  readonly gatherSize: number
  /** Relayed bytes, either way, after which V8 is told to collect the dead buffers. */
  readonly sweepEvery: number
  /** Growth of the buffers outside V8's heap, in bytes, after which the old ones are collected too. */
  readonly outsideHeap: number
  /** Pings that a page which could answer leaves unanswered before it is taken for gone. */
  readonly maxMissedPongs: number
  /** Reads that one frame from a page may take to come; more close with 1008. */
  readonly frameChunks: number
  /** How long an inbound connection waits for a page to take it, ms. */
  readonly inboundPatience: number
  /** Inbound connections of one page that wait at once; the next is closed. */
  readonly inboundWaiting: number
  /** From a connection's beginning, or a request's, to its last byte, ms. */
  readonly requestTimeout: number
  /** How long an answer may wait for a browser that reads nothing, ms. */
  readonly plainIdleTimeout: number
  /** Open connections that are no WebSocket; above, the one that asked longest ago is ended. */
  readonly plainSockets: number
  /** Pages that were turned away and have not gone yet; above, the first of them is cut off. */
  readonly turnedAway: number
  /** Tickets whose uses are counted at a time; above, no more are taken until some have expired. */
  readonly ticketsCounted: number
  /** From our close frame to the end of the page's socket, ms. */
  readonly pageCloseGrace: number
  /** From our FIN to the target to the end of its socket, ms. */
  readonly targetCloseGrace: number
  /** What those who are connected get to answer a close frame when the bridge ends at once, ms. */
  readonly closeGrace: number
  /** How long the start waits for the demo node to listen, ms. */
  readonly demoStartTimeout: number
  /** How long the demo node may take to report its peers, ms. */
  readonly demoReplyTimeout: number
  /** First wait before a demo node that died is started again, ms; doubled each time. */
  readonly demoRestartDelay: number
  /** Longest wait before a demo node is started again, ms. */
  readonly demoRestartDelayMax: number
  /** What the demo node gets to end itself before it is killed, ms. */
  readonly demoStopGrace: number
  /** Open at once to one public address and port that the operator has not named. */
  readonly strangerConnections: number
  /** Open at once to the /24 of such an IPv4 address, or the /64 of an IPv6 one. */
  readonly strangerNetworkConnections: number
  /** Dials in a second to all such addresses together. */
  readonly strangerDialsPerSecond: number
  /** First wait after a dial to such an address failed, ms; doubled each time. */
  readonly backOffFirst: number
  /** Longest wait after failed dials, ms. */
  readonly backOffMost: number
  /** How long after the last failed dial there was none, ms; longer than `backOffMost`. */
  readonly backOffMemory: number
  /** Names looked up in a second for all pages together. */
  readonly lookupsPerSecond: number
}

export const TUNING: Tuning = {
  pageQueueHigh: MIB,
  pageQueueLow: 256 * KIB,
  // A queued write costs some hundred bytes whatever its size: 1 MiB of tiny ones would be 300 MiB.
  queuedWritesHigh: 1024,
  queuedWritesLow: 256,
  gatherBelow: 16 * KIB,
  gatherSize: 64 * KIB,
  sweepEvery: MIB,
  outsideHeap: 4 * MIB,
  maxMissedPongs: 1,
  // Each costs some hundred bytes besides its own: a frame of 1 MiB by bytes would be 200 MiB.
  frameChunks: 4096,
  inboundPatience: 10 * SECOND,
  inboundWaiting: 4,
  requestTimeout: 5 * SECOND,
  plainIdleTimeout: 30 * SECOND,
  plainSockets: 2048,
  turnedAway: 256,
  ticketsCounted: 100_000,
  pageCloseGrace: 5 * SECOND,
  targetCloseGrace: 5 * SECOND,
  closeGrace: SECOND / 2,
  demoStartTimeout: 5 * SECOND,
  demoReplyTimeout: 2 * SECOND,
  demoRestartDelay: SECOND,
  demoRestartDelayMax: 30 * SECOND,
  demoStopGrace: SECOND / 2,
  strangerConnections: 2,
  strangerNetworkConnections: 8,
  strangerDialsPerSecond: 2,
  backOffFirst: 5 * SECOND,
  backOffMost: 5 * MINUTE,
  backOffMemory: 15 * MINUTE,
  lookupsPerSecond: 20,
}
