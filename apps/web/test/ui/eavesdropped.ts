/** A session from outside, as the worker tells it. */

import type { ByteStatistics, Eavesdropping, StreamRow, TrafficStudy } from '@v2scope/eavesdropper'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** @param counts of each byte value */
export function statistics(
  counts: Uint32Array,
  rest: Partial<ByteStatistics> = {},
): ByteStatistics {
  return {
    bytes: counts.reduce((sum, n) => sum + n, 0),
    counts,
    entropy: { bits: 7.99, expected: 7.99 },
    chiSquare: { value: 250, degrees: 255, p: 0.5, isEnough: true },
    runs: { bits: 80_000, ones: 40_000, runs: 40_100, expected: 40_000, z: 0.7, p: 0.48 },
    serial: { value: 0.001, bound: 0.02 },
    telling: { magics: 0, commands: 0, textBytes: 0 },
    ...rest,
  }
}

export const RANDOM = statistics(new Uint32Array(256).fill(40))
export const CLEAR = statistics(new Uint32Array(256).fill(4), {
  entropy: { bits: 4.1, expected: 7.8 },
  chiSquare: { value: 40_000, degrees: 255, p: 0, isEnough: true },
  runs: { bits: 8192, ones: 900, runs: 900, expected: 4096, z: -70, p: 0 },
  serial: { value: 0.4, bound: 0.06 },
  telling: { magics: 9, commands: 9, textBytes: 300 },
})

const row = (seq: number, rest: Partial<StreamRow>): StreamRow => ({
  seq,
  time: seq,
  direction: 'sent',
  kind: 'message',
  label: 'ping',
  wire: { bytes: new Uint8Array(29).fill(seq), length: 29 },
  v1: undefined,
  ...rest,
})

const KEY = row(0, { kind: 'key', label: 'key', wire: { bytes: new Uint8Array(64), length: 64 } })
const PING = row(3, {
  v1: {
    bytes: Uint8Array.from([0xfa, 0xbf, 0xb5, 0xda, ...bytes('ping'), 0, 0, 0, 0]),
    length: 32,
    spans: [
      { start: 0, end: 4, what: 'magic', text: 'regtest' },
      { start: 4, end: 12, what: 'command', text: 'ping' },
    ],
  },
})

export const EAVESDROPPING: Eavesdropping = {
  transport: 'v2',
  time: 4000,
  segments: {
    times: Float64Array.of(0, 40, 80),
    bytes: Uint32Array.of(2000, 64, 29),
    isSent: Uint8Array.of(1, 0, 1),
    total: { sent: { segments: 2, bytes: 2029 }, received: { segments: 1, bytes: 64 } },
    cut: 'chunks',
  },
  stream: { first: [KEY, PING], newest: [], leftOut: 0 },
  savings: {
    rows: [
      {
        kind: 'handshake',
        label: 'handshake',
        count: 2,
        v2Bytes: 700,
        v1Bytes: undefined,
        garbageBytes: 500,
      },
      { kind: 'message', label: 'ping', count: 2, v2Bytes: 58, v1Bytes: 64 },
      { kind: 'message', label: 'verack', count: 1, v2Bytes: 33, v1Bytes: 24 },
    ],
    v2Bytes: 791,
    v1Bytes: 88,
  },
  statistics: { wire: RANDOM, v1: CLEAR },
}

const plain = {
  accuracy: 0.9,
  margin: 0.03,
  confusion: [
    [9, 1, 0, 0, 0],
    [0, 20, 0, 0, 0],
    [0, 0, 5, 0, 1],
    [0, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
  ],
}

export const TRAFFIC: TrafficStudy = {
  seed: 'v2scope',
  corpus: {
    sessions: { train: 12, test: 12 },
    bursts: { train: [10, 20, 6, 4, 6], test: [10, 20, 6, 4, 6] },
    chance: 0.4348,
    windowMs: 800,
    bytes: 100_000,
  },
  plain,
  learned: [
    {
      feature: 'bytes sent',
      buckets: 4,
      // the median of the first class is in bucket 2: 2 to 3
      shares: [
        [0.1, 0.2, 0.6, 0.1],
        [1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ],
    },
  ],
  points: [
    {
      ...plain,
      shaping: { strategy: 'fixed rate', everyMs: 1000, bytes: 500 },
      accuracy: 0.8,
      overhead: 0.5,
      meanDelayMs: 0,
      unsentShare: 0,
    },
    {
      ...plain,
      confusion: plain.confusion.map(() => [0, 10, 0, 0, 0]),
      shaping: { strategy: 'constant bit rate', tickMs: 100, bytes: 1000 },
      accuracy: 0.43,
      overhead: 3,
      meanDelayMs: 52,
      unsentShare: 0.02,
    },
  ],
}
