/** How a page's connection ended by its own fault. */
export interface PageFault {
  /** What ws has told the page, or 1006 where there was nobody to be told. */
  readonly code: number
  readonly reason: string
}

/** RFC 6455 §7.4.1, by the names that ws gives to its errors. */
const CODES: ReadonlyMap<unknown, number> = new Map([
  ['WS_ERR_INVALID_UTF8', 1007],
  ['WS_ERR_TOO_MANY_BUFFERED_PARTS', 1008],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 1009],
])

const PROTOCOL_ERROR = 1002
const GONE = 1006

/** @param error as ws or the page's socket has emitted it */
export function pageFault(error: Error): PageFault {
  const name = 'code' in error ? String(error.code) : ''
  const other = name.startsWith('WS_ERR_') ? PROTOCOL_ERROR : GONE
  return { code: CODES.get(name) ?? other, reason: error.message }
}
