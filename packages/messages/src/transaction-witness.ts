/** BIP144: the witnesses of a transaction's inputs, one list of items for each input. */

import {
  type CountLabel,
  readCount,
  readLength,
  writeCount,
  writeWithLength,
} from './compact-size.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import { MAX_SERIALIZED_SIZE } from './serialized-size.js'
import { showBytes, showCount } from './show.js'
import type { PayloadWriter } from './writer.js'

/** The items of one input's witness, in order. */
export type Witness = readonly Uint8Array[]

export const NO_WITNESS: Witness = []

const COUNT: CountLabel = {
  name: 'item count',
  fieldKey: 'witness.item count',
  max: MAX_SERIALIZED_SIZE,
  itemSize: 1,
}
const LENGTH: SpanLabel = { name: 'length', fieldKey: 'witness.item length' }
const BYTES: SpanLabel = { name: 'bytes', fieldKey: 'witness.item' }

function readItem(reader: PayloadReader): Uint8Array {
  const length = readLength(reader, LENGTH, MAX_SERIALIZED_SIZE)
  const start = reader.offset
  reader.skip(BYTES.name, length)
  const bytes = reader.keepSince(start)
  reader.recordValue(BYTES, start, bytes, showBytes)
  return bytes
}

function readWitness(reader: PayloadReader): Witness {
  const count = readCount(reader, COUNT)
  const read = () => readItem(reader)
  const items: Uint8Array[] = []
  for (let i = 0; i < count; i++)
    items.push(reader.group({ name: `item ${i}`, fieldKey: 'witness.item' }, read, showBytes))
  return items
}

const showWitness = (witness: Witness): string => showCount('items', witness.length)

/** Reads a witness for each of `count` inputs. @throws MessageError */
export function readWitnesses(reader: PayloadReader, count: number): Witness[] {
  const read = () => readWitness(reader)
  return Array.from({ length: count }, (_, i) =>
    reader.group({ name: `witness of input ${i}`, fieldKey: 'witness' }, read, showWitness),
  )
}

/** Adds the witnesses, one for each input. @throws MessageError */
export function writeWitnesses(writer: PayloadWriter, witnesses: readonly Witness[]): void {
  for (const [i, witness] of witnesses.entries()) {
    writer.group(`witness of input ${i}`, () => {
      writeCount(writer, COUNT, witness.length)
      for (const [k, bytes] of witness.entries()) {
        writeWithLength(writer, `item ${k}`, bytes, MAX_SERIALIZED_SIZE)
      }
    })
  }
}
