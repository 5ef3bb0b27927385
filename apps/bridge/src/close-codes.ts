/** Why a relay ended, as the page reads it from the WebSocket's close frame. */
export const CloseCode = {
  targetClosed: 1000,
  draining: 1001,
  textFrame: 1003,
  fault: 1011,
  badAddress: 4400,
  ticket: 4401,
  notAllowed: 4403,
  unknownName: 4404,
  dialTimeout: 4408,
  quotaUsedUp: 4409,
  inboundGone: 4410,
  tooManyFromYou: 4420,
  targetBusy: 4429,
  refused: 4502,
  reset: 4503,
  stalled: 4504,
  idle: 4505,
  lifetimeOver: 4506,
} as const

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode]

/** RFC 6455 §5.5: a control frame carries 125 bytes, two of which are the code. */
const MAX_REASON_BYTES = 123

/** The longest beginning of `reason` that fits a close frame and splits no character. */
export function fitReason(reason: string): string {
  const bytes = Buffer.from(reason)
  if (bytes.length <= MAX_REASON_BYTES) return reason
  let end = MAX_REASON_BYTES
  while (isContinuation(bytes[end])) end--
  return bytes.toString('utf8', 0, end)
}

/** RFC 3629 §3: 10xxxxxx continues a character. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}
