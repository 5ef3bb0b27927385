/** How a transaction is written: the form of old, and BIP144's with witnesses. */

import type { GroupForm } from './form.js'
import { doubleSha256 } from './hash.js'
import type { SpanPart } from './layout.js'
import { signed32, unsigned8, unsigned32 } from './number-field.js'
import type { PayloadReader } from './reader.js'
import { showTime } from './show.js'
import { formField } from './struct.js'
import type { Transaction, TransactionFields } from './transaction.js'
import { INPUTS_FORM, readInputs, writeInputs } from './transaction-input.js'
import { OUTPUTS_FORM, readOutputs, writeOutputs } from './transaction-output.js'
import { NO_WITNESS, readWitnesses, writeWitnesses } from './transaction-witness.js'
import type { PayloadWriter } from './writer.js'

/** `without witness` is what the txid is the hash of. */
export type TransactionForm = 'with witness' | 'without witness'

/** LOCKTIME_THRESHOLD of Bitcoin Core: a lock time below is a height. */
const LOCK_TIME_THRESHOLD = 500_000_000
/** In the place of the input count, which is never 0 where outputs follow. */
const MARKER = 0
const WITNESS_FLAG = 1
const INITIAL_VERSION = 2n

function showLockTime(lockTime: number): string {
  if (lockTime === 0) return 'none'
  return lockTime < LOCK_TIME_THRESHOLD ? `height ${lockTime}` : showTime(lockTime)
}

const VERSION = signed32('version', 'transaction.version', {
  initial: INITIAL_VERSION,
})
const MARKER_FIELD = unsigned8('marker', 'transaction.marker')
const FLAG = unsigned8('flag', 'transaction.flag')
const LOCK_TIME = unsigned32('lock time', 'transaction.lock time', {
  show: showLockTime,
})
const LABEL = { name: 'transaction', fieldKey: 'transaction' } as const
/** Version, two counts and lock time: what has no inputs has no outputs either. */
const MIN_SIZE = VERSION.size + 2 + LOCK_TIME.size

/** Passes marker and flag, where they are there. */
function readFlag(reader: PayloadReader): boolean {
  if (reader.peek() !== MARKER || reader.peek(1) === 0) return false
  reader.read(MARKER_FIELD)
  const start = reader.offset
  const flag = reader.read(FLAG)
  if (flag !== WITNESS_FLAG) {
    throw reader.error('BAD_VALUE', FLAG.name, start, `${flag} is no flag that is known`)
  }
  return true
}

function readTransaction(reader: PayloadReader): Transaction {
  const start = reader.offset
  const version = reader.read(VERSION)
  const flagStart = reader.offset + 1
  const hasWitness = readFlag(reader)
  const bodyStart = reader.offset
  const bareInputs = readInputs(reader)
  const outputs = readOutputs(reader)
  const bodyEnd = reader.offset
  const witnesses = hasWitness ? readWitnesses(reader, bareInputs.length) : []
  if (hasWitness && witnesses.every(({ length }) => length === 0)) {
    throw reader.error('BAD_VALUE', FLAG.name, flagStart, 'no input has a witness')
  }
  const lockTime = reader.read(LOCK_TIME)
  const inputs = bareInputs.map(({ previousTxid, previousIndex, scriptSig, sequence }, i) => {
    const witness = witnesses[i] ?? NO_WITNESS
    return { previousTxid, previousIndex, scriptSig, sequence, witness }
  })
  const bytes = reader.since(start)
  const wtxid = doubleSha256(bytes)
  const txid = hasWitness
    ? doubleSha256(
        bytes.subarray(0, VERSION.size),
        bytes.subarray(bodyStart - start, bodyEnd - start),
        bytes.subarray(-LOCK_TIME.size),
      )
    : wtxid
  return { version, inputs, outputs, lockTime, hasWitness, txid, wtxid }
}

/**
 * Adds a transaction.
 *
 * @throws MessageError; `BAD_VALUE` for outputs without inputs, which no reader could tell from
 * marker and flag.
 */
export function writeTransaction(
  writer: PayloadWriter,
  transaction: TransactionFields,
  form: TransactionForm = 'with witness',
): void {
  const { version, inputs, outputs, lockTime } = transaction
  const witnesses = inputs.map(({ witness }) => witness)
  const hasWitness = form === 'with witness' && witnesses.some(({ length }) => length > 0)
  writer.write(VERSION, version)
  if (inputs.length === 0 && outputs.length > 0) {
    throw writer.error('BAD_VALUE', 'input count', 'a transaction with outputs needs an input')
  }
  if (hasWitness) {
    writer.write(MARKER_FIELD, MARKER)
    writer.write(FLAG, WITNESS_FLAG)
  }
  writeInputs(writer, inputs)
  writeOutputs(writer, outputs)
  if (hasWitness) writeWitnesses(writer, witnesses)
  writer.write(LOCK_TIME, lockTime)
}

/** `txid …`, and `wtxid …` where it is another. */
export function showTransactionIds({ txid, wtxid }: Transaction): string {
  return txid === wtxid ? `txid ${txid}` : `txid ${txid}, wtxid ${wtxid}`
}

const FORM: GroupForm = {
  kind: 'group',
  fields: [
    formField('version', VERSION),
    { key: 'inputs', name: 'inputs', fieldKey: 'transaction.inputs', form: INPUTS_FORM },
    { key: 'outputs', name: 'outputs', fieldKey: 'transaction.outputs', form: OUTPUTS_FORM },
    formField('lockTime', LOCK_TIME),
  ],
}

/** A transaction under one span, its value the ids. */
export const TRANSACTION: SpanPart<Transaction> = {
  ...LABEL,
  minSize: MIN_SIZE,
  form: FORM,
  read: (reader, name = LABEL.name) =>
    reader.group({ ...LABEL, name }, () => readTransaction(reader), showTransactionIds),
  write: (writer, transaction, name = LABEL.name) =>
    writer.group(name, () => writeTransaction(writer, transaction)),
}
