/** What a transaction creates: its outputs. */

import { AMOUNT, showAmount } from './amount.js'
import {
  type CountLabel,
  readCount,
  readLength,
  writeCount,
  writeWithLength,
} from './compact-size.js'
import type { Form } from './form.js'
import type { PayloadReader, SpanLabel } from './reader.js'
import { MAX_SERIALIZED_SIZE } from './serialized-size.js'
import { formField } from './struct.js'
import type { TransactionOutput } from './transaction.js'
import type { PayloadWriter } from './writer.js'

const LENGTH: SpanLabel = { name: 'script length', fieldKey: 'output.script length' }
const SCRIPT = { name: 'script', fieldKey: 'output.script' } as const

const COUNT: CountLabel = {
  name: 'output count',
  fieldKey: 'transaction.output count',
  max: MAX_SERIALIZED_SIZE,
  itemSize: AMOUNT.size + 1,
}

/** An output, and its script as its span shows it. */
interface ShownOutput {
  readonly output: TransactionOutput
  readonly script: string
}

function readOutput(reader: PayloadReader): ShownOutput {
  let script = 'no script'
  const amount = reader.read(AMOUNT)
  const length = readLength(reader, LENGTH, MAX_SERIALIZED_SIZE)
  const start = reader.offset
  reader.skip(SCRIPT.name, length)
  const scriptPubKey = reader.keepSince(start)
  reader.recordValue(SCRIPT, start, scriptPubKey, (bytes) => {
    script = reader.scripts.scriptPubKey(bytes)
    return script
  })
  return { output: { amount, scriptPubKey }, script }
}

const showOutput = ({ output, script }: ShownOutput): string =>
  `${showAmount(output.amount)}, ${script}`

/** Reads the outputs behind their count. @throws MessageError */
export function readOutputs(reader: PayloadReader): TransactionOutput[] {
  const read = () => readOutput(reader)
  return Array.from(
    { length: readCount(reader, COUNT) },
    (_, i) => reader.group({ name: `output ${i}`, fieldKey: 'output' }, read, showOutput).output,
  )
}

/** Adds the outputs behind their count. @throws MessageError */
export function writeOutputs(writer: PayloadWriter, outputs: readonly TransactionOutput[]): void {
  writeCount(writer, COUNT, outputs.length)
  for (const [i, { amount, scriptPubKey }] of outputs.entries()) {
    writer.group(`output ${i}`, () => {
      writer.write(AMOUNT, amount)
      writeWithLength(writer, SCRIPT.name, scriptPubKey, MAX_SERIALIZED_SIZE)
    })
  }
}

/** What has to be asked for to make the outputs. */
export const OUTPUTS_FORM: Form = {
  kind: 'list',
  itemName: 'output',
  max: MAX_SERIALIZED_SIZE,
  item: {
    kind: 'group',
    fields: [
      formField('amount', AMOUNT),
      {
        key: 'scriptPubKey',
        ...SCRIPT,
        form: { kind: 'bytes', min: 0, max: MAX_SERIALIZED_SIZE },
      },
    ],
  },
}
