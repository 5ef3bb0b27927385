/** What a transaction spends: its inputs, without their witnesses. */

import {
  type CountLabel,
  readCount,
  readLength,
  writeCount,
  writeWithLength,
} from './compact-size.js'
import type { Form } from './form.js'
import { HASH_SIZE, hashField } from './hash.js'
import { unsigned32 } from './number-field.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import { MAX_SERIALIZED_SIZE } from './serialized-size.js'
import { showHex } from './show.js'
import { formField } from './struct.js'
import type { TransactionInput } from './transaction.js'
import type { PayloadWriter } from './writer.js'

/** An input as it stands before the outputs; its witness comes behind them. */
export type BareInput = Omit<TransactionInput, 'witness'>

const NOTHING_SPENT = '0'.repeat(2 * HASH_SIZE)
const NO_INDEX = 0xffff_ffff
/** The usual sequence of wallets: the lock time counts and the transaction may be replaced. */
const INITIAL_SEQUENCE = 0xffff_fffdn
const SEQUENCE_SIZE = 4

const PREVIOUS_TXID = hashField('previous txid', 'input.previous txid')
const PREVIOUS_INDEX = unsigned32('previous index', 'input.previous index', {
  show: (index) => (index === NO_INDEX ? 'none' : String(index)),
})
const SEQUENCE = unsigned32('sequence', 'input.sequence', {
  show: (sequence) => showHex(sequence, SEQUENCE_SIZE),
  unit: 'bits',
  initial: INITIAL_SEQUENCE,
})
const LENGTH: SpanLabel = { name: 'script length', fieldKey: 'input.script length' }
const SCRIPT = { name: 'script', fieldKey: 'input.script' } as const
const COINBASE_SCRIPT: SpanLabel = { name: 'script', fieldKey: 'input.coinbase script' }

const COUNT: CountLabel = {
  name: 'input count',
  fieldKey: 'transaction.input count',
  max: MAX_SERIALIZED_SIZE,
  itemSize: PREVIOUS_TXID.size + PREVIOUS_INDEX.size + 1 + SEQUENCE.size,
}

/** Whether it is a coinbase's: it spends nothing, as its coins are new. */
function isCoinbase(previousTxid: string, previousIndex: number): boolean {
  return previousIndex === NO_INDEX && previousTxid === NOTHING_SPENT
}

function readInput(reader: PayloadReader): BareInput {
  const previousTxid = reader.read(PREVIOUS_TXID)
  const previousIndex = reader.read(PREVIOUS_INDEX)
  const length = readLength(reader, LENGTH, MAX_SERIALIZED_SIZE)
  const start = reader.offset
  reader.skip(SCRIPT.name, length)
  const scriptSig = reader.keepSince(start)
  if (isCoinbase(previousTxid, previousIndex)) {
    reader.recordValue(COINBASE_SCRIPT, start, scriptSig, reader.scripts.coinbaseScript)
  } else {
    reader.recordValue(SCRIPT, start, scriptSig, reader.scripts.scriptSig)
  }
  return { previousTxid, previousIndex, scriptSig, sequence: reader.read(SEQUENCE) }
}

const showInput = ({ previousTxid, previousIndex }: BareInput): string =>
  isCoinbase(previousTxid, previousIndex) ? 'coinbase' : `${previousTxid}:${previousIndex}`

/** Reads the inputs behind their count. @throws MessageError */
export function readInputs(reader: PayloadReader): BareInput[] {
  const read = () => readInput(reader)
  return Array.from({ length: readCount(reader, COUNT) }, (_, i) =>
    reader.group({ name: `input ${i}`, fieldKey: 'input' }, read, showInput),
  )
}

/** Adds the inputs behind their count. @throws MessageError */
export function writeInputs(writer: PayloadWriter, inputs: readonly BareInput[]): void {
  writeCount(writer, COUNT, inputs.length)
  for (const [i, input] of inputs.entries()) {
    writer.group(`input ${i}`, () => {
      writer.write(PREVIOUS_TXID, input.previousTxid)
      writer.write(PREVIOUS_INDEX, input.previousIndex)
      writeWithLength(writer, SCRIPT.name, input.scriptSig, MAX_SERIALIZED_SIZE)
      writer.write(SEQUENCE, input.sequence)
    })
  }
}

const bytesForm: Form = { kind: 'bytes', min: 0, max: MAX_SERIALIZED_SIZE }

/** What has to be asked for to make the inputs, their witnesses included. */
export const INPUTS_FORM: Form = {
  kind: 'list',
  itemName: 'input',
  max: MAX_SERIALIZED_SIZE,
  item: {
    kind: 'group',
    fields: [
      formField('previousTxid', PREVIOUS_TXID),
      formField('previousIndex', PREVIOUS_INDEX),
      { key: 'scriptSig', ...SCRIPT, form: bytesForm },
      formField('sequence', SEQUENCE),
      {
        key: 'witness',
        name: 'witness',
        fieldKey: 'witness',
        form: { kind: 'list', itemName: 'item', max: MAX_SERIALIZED_SIZE, item: bytesForm },
      },
    ],
  },
}
