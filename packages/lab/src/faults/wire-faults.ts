/** Faults of the wire that the Lab offers: each interference, in both directions, and each part of the stream. */

import type { CatalogueFault } from './catalogue-fault.js'

export const WIRE_FAULTS: readonly CatalogueFault[] = [
  {
    id: 'flip-tag-sent',
    plan: {
      on: 'wire',
      fault: {
        direction: 'sent',
        where: { at: 'next packet', part: 'tag' },
        what: { kind: 'flip', bits: [0] },
      },
    },
    rows: ['P5'],
    expected: {
      simulated: {
        outcome: 'fails at once',
        noticedBy: 'peer',
        code: 'AUTHENTICATION_FAILED',
        row: 'P5',
      },
      demo: { outcome: 'fails at once', noticedBy: 'peer' },
      bitcoind: {
        outcome: 'fails at once',
        noticedBy: 'peer',
        nodeLog: 'V2 transport error: packet decryption failure',
      },
    },
  },
  {
    id: 'flip-length-stalls-received',
    plan: {
      on: 'wire',
      fault: {
        direction: 'received',
        where: { at: 'next packet', part: 'length field' },
        what: { kind: 'flip', bits: [20] },
      },
    },
    rows: ['P4', 'P3'],
    expected: {
      simulated: { outcome: 'stalls' },
      demo: { outcome: 'stalls' },
      bitcoind: { outcome: 'stalls' },
    },
  },
]
