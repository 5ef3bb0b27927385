/** getheaders: "these are the blocks that I know; send the headers after them". */

import * as P from 'micro-packed'
import { readCount, writeCount } from './compact-size.js'
import { fixedField } from './field.js'
import { HASH_SIZE, hashField } from './hash.js'
import type { MessageCodec } from './message-codec.js'
import { showCount } from './show.js'

/** MAX_LOCATOR_SZ of Bitcoin Core. */
export const MAX_LOCATOR_HASHES = 101

export interface GetHeadersMessage {
  readonly type: 'getheaders'
  /** Protocol version, a signed 32-bit number; not looked at by nodes. */
  readonly version: number
  /** Hashes of blocks of the sender's chain, newest first; at most 101, each in display order. */
  readonly locator: readonly string[]
  /** Hash of the last header wanted, in display order; 64 zeros for as many as there are. */
  readonly stopHash: string
}

const VERSION = fixedField('version', P.I32LE, String, 'protocol version; nodes ignore it')
const COUNT = {
  name: 'locator count',
  note: 'hashes that follow',
  max: MAX_LOCATOR_HASHES,
  itemSize: HASH_SIZE,
}
const locatorHash = (i: number) =>
  hashField(`locator hash ${i}`, "block of the sender's chain, newest first")
const STOP_HASH = hashField('stop hash', 'last header wanted; zeros for as many as there are')

export const getHeadersCodec: MessageCodec<GetHeadersMessage> = {
  read: (reader) => {
    const version = reader.read(VERSION)
    const count = readCount(reader, COUNT)
    const locator = Array.from({ length: count }, (_, i) => reader.read(locatorHash(i)))
    return { type: 'getheaders', version, locator, stopHash: reader.read(STOP_HASH) }
  },
  write: (writer, { version, locator, stopHash }) => {
    writer.write(VERSION, version)
    writeCount(writer, COUNT, locator.length)
    for (const [i, hash] of locator.entries()) writer.write(locatorHash(i), hash)
    writer.write(STOP_HASH, stopHash)
  },
  summarize: ({ locator }) => {
    const [newest] = locator
    return newest === undefined
      ? 'one header, by its hash'
      : `after ${newest}, ${showCount(locator.length, 'locator hash', 'locator hashes')}`
  },
}
