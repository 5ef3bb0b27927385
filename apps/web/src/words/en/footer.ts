/** Words of the page in English: the footer, its counters and what can be sent. */

import { count, interval, milliseconds, plural, size } from '../../ui/parts/format.js'

const ways = { sent: 'sent', received: 'received' }

export const footer = {
  last: 'the last session, only to look at',
  back: 'Back to the present one',
  recording: 'a recording: nothing can be sent',
  ways,
  packets: (n: number): string => (n === 1 ? 'packet' : 'packets'),
  rekey: 'rekey',
  rekeyIn: (left: number) => `in ${count(left)}`,
  rekeyMeter: (way: 'sent' | 'received', left: number) =>
    `new keys, ${ways[way]}, in ${plural(left, 'packet')}`,
  ping: (ms: number | undefined) => `ping ${ms === undefined ? '–' : milliseconds(ms)}`,
  decoyShare: (percent: string) => `${percent} % decoys`,
  notCounted: 'packets were not counted: this recording holds the wire alone',
  dropped: (bytes: number) => `${size(bytes)} of payload dropped`,
  actions: {
    label: 'actions',
    decoy: 'Send a decoy',
    decoyShort: 'Decoy',
    size: 'bytes of the decoy’s contents',
    ping: 'Ping',
    headers: 'Ask for headers',
    headersShort: 'Headers',
    wait: 'once the session is established',
    allowed: (least: number, most: number, unit: string) =>
      `allowed: ${count(least)} to ${count(most)} ${unit}`,
  },
  schedule: {
    off: 'Decoys: every …',
    offShort: 'Decoys …',
    on: (ms: number) => `Decoys: every ${interval(ms)}`,
    onShort: (ms: number) => `Every ${interval(ms)}`,
    once: 'A single decoy',
    title: 'Decoys on a schedule',
    why: 'Sent between the messages, so that sizes and times tell an observer less.',
    every: 'every',
    everyLong: 'milliseconds between decoys',
    size: 'size',
    sizeLong: 'bytes of contents of each decoy',
    start: 'Start',
    change: 'Change',
    stop: 'Stop',
  },
}
