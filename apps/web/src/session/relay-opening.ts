/** The relay's first frame: `{"type":"open","id","target","remote","local","limits"}`. */

/** What a relay is bounded by. Times in ms, sizes in bytes; null: without a bound. */
export interface RelayBounds {
  /** Of both ways together. */
  readonly bytesInAll: number | null
  readonly bytesPerSecond: number | null
  /** From its opening to our first byte. */
  readonly firstByte: number | null
  /** Without a byte either way. */
  readonly idle: number | null
  readonly lifetime: number | null
}

export interface RelayOpening {
  /** Addresses of the TCP connection, HOST:PORT. */
  readonly local?: string
  readonly remote?: string
  /** Absent where the bridge does not tell. */
  readonly bounds?: RelayBounds
}

/** @returns undefined for a frame that is no such one */
export function readOpening(data: string | ArrayBuffer): RelayOpening | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const frame: unknown = JSON.parse(data)
    if (typeof frame !== 'object' || frame === null) return undefined
    if (!('type' in frame) || frame.type !== 'open') return undefined
    return {
      ...('local' in frame && typeof frame.local === 'string' && { local: frame.local }),
      ...('remote' in frame && typeof frame.remote === 'string' && { remote: frame.remote }),
      ...('limits' in frame && isObject(frame.limits) && { bounds: readBounds(frame.limits) }),
    }
  } catch {
    return undefined
  }
}

function readBounds(limits: object): RelayBounds {
  const told = new Map<string, unknown>(Object.entries(limits))
  const bound = (name: keyof RelayBounds) => {
    const value = told.get(name)
    return typeof value === 'number' ? value : null
  }
  return {
    bytesInAll: bound('bytesInAll'),
    bytesPerSecond: bound('bytesPerSecond'),
    firstByte: bound('firstByte'),
    idle: bound('idle'),
    lifetime: bound('lifetime'),
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
