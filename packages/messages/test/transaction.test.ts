import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeMessage,
  encodeMessage,
  encodeTransaction,
  type FieldSpan,
  MessageError,
  type TransactionFields,
  toTransaction,
} from '../src/index.js'
import { MAX_SPANS } from '../src/reader.js'
import { transactionFields } from './block-messages.js'
import { fromHex } from './messages.js'

const VERSION = '02000000'
const OUTPOINT = `${'11'.repeat(32)}05000000`
const INPUT = `${OUTPOINT}00fdffffff`
const OUTPUT = '80f0fa0200000000160014751e76e8199196d454941c45d1b3a323f1433bd6'
const LOCK_TIME = '20a10700'

/** Decodes a tx message whose payload is given in hex. */
const decodeTx = (hex: string) => {
  const decoded = decodeMessage('tx', fromHex(hex), { network: 'regtest' })
  if (decoded.message.type !== 'tx') throw new Error(`decoded as ${decoded.message.type}`)
  return { ...decoded, transaction: decoded.message.transaction }
}

function errorOf(hex: string): MessageError {
  try {
    decodeTx(hex)
  } catch (error) {
    if (error instanceof MessageError) return error
  }
  throw new Error('no MessageError')
}

const childrenOf = (spans: readonly FieldSpan[] | undefined, name: string) =>
  spans?.find((span) => span.name === name)?.children

const shown = (spans: readonly FieldSpan[] | undefined) =>
  spans?.map(({ name, start, end, value }) => [name, end - start, value])

describe('the spans of a transaction', () => {
  const legacy = decodeTx(`${VERSION} 01 ${INPUT} 01 ${OUTPUT} ${LOCK_TIME}`)
  const witness = decodeTx(`${VERSION} 0001 01 ${INPUT} 01 ${OUTPUT} 02 00 03abcdef ${LOCK_TIME}`)

  it('give each field its bytes and its value', () => {
    expect(shown(childrenOf(legacy.fields, 'transaction'))).toEqual([
      ['version', 4, '2'],
      ['input count', 1, '1'],
      ['input 0', 41, `${'11'.repeat(32)}:5`],
      ['output count', 1, '1'],
      [
        'output 0',
        31,
        '0.50000000 BTC, witness_v0_keyhash bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080',
      ],
      ['lock time', 4, 'height 500000'],
    ])
    const input = childrenOf(childrenOf(legacy.fields, 'transaction'), 'input 0')
    expect(shown(input)).toEqual([
      ['previous txid', 32, '11'.repeat(32)],
      ['previous index', 4, '5'],
      ['script length', 1, '0'],
      ['sequence', 4, '0xfffffffd'],
    ])
    const output = childrenOf(childrenOf(legacy.fields, 'transaction'), 'output 0')
    expect(shown(output)).toEqual([
      ['amount', 8, '0.50000000 BTC'],
      ['script length', 1, '22'],
      ['script', 22, 'witness_v0_keyhash bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080'],
    ])
  })

  it('show marker, flag and each item of a witness (BIP144)', () => {
    const spans = childrenOf(witness.fields, 'transaction')
    expect(
      shown(spans)
        ?.slice(0, 4)
        .map(([name]) => name),
    ).toEqual(['version', 'marker', 'flag', 'input count'])
    const items = childrenOf(spans, 'witness of input 0')
    expect(shown(items)).toEqual([
      ['item count', 1, '2'],
      ['item 0', 1, '0 B'],
      ['item 1', 4, 'abcdef'],
    ])
    expect(shown(childrenOf(items, 'item 1'))).toEqual([
      ['length', 1, '3'],
      ['bytes', 3, 'abcdef'],
    ])
  })

  it('name the same txid with and without a witness, and another wtxid', () => {
    expect(witness.transaction.txid).toBe(legacy.transaction.txid)
    expect(legacy.transaction.wtxid).toBe(legacy.transaction.txid)
    expect(witness.transaction.wtxid).not.toBe(legacy.transaction.txid)
    expect(legacy.fields[0]?.value).toBe(`txid ${legacy.transaction.txid}`)
    expect(witness.fields[0]?.value).toBe(
      `txid ${witness.transaction.txid}, wtxid ${witness.transaction.wtxid}`,
    )
    expect(legacy.summary).toBe(
      `txid ${legacy.transaction.txid}, inputs 1, outputs 1, 0.50000000 BTC`,
    )
  })

  it.each([
    ['00000000', 'none'],
    ['01000000', 'height 1'],
    ['ff64cd1d', 'height 499999999'],
    ['0065cd1d', '1985-11-05 00:53:20 UTC'],
  ])('show the lock time %s as %s', (lockTime, value) => {
    const { fields } = decodeTx(`${VERSION} 01 ${INPUT} 01 ${OUTPUT} ${lockTime}`)
    expect(childrenOf(fields, 'transaction')?.at(-1)?.value).toBe(value)
  })

  it.each([
    ['02c80001aa', 'height 200: 200 -42', 'a height of two bytes'],
    ['5152', 'height 1: 1 2', 'a height that is an operation'],
    ['04ffff001d', '486604799', 'the target, which miners wrote before BIP34'],
    ['4c', '[error]', 'a push that goes beyond the end'],
  ])('show the coinbase script %s as %s: %s', (script, value) => {
    const length = (script.length / 2).toString(16).padStart(2, '0')
    const input = `${'00'.repeat(32)}ffffffff${length}${script}ffffffff`
    const { fields } = decodeTx(`${VERSION} 01 ${input} 01 ${OUTPUT} ${LOCK_TIME}`)
    const span = childrenOf(fields, 'transaction')?.find(({ name }) => name === 'input 0')
    expect(span?.value).toBe('coinbase')
    expect(span?.children?.find(({ name }) => name === 'script')?.value).toBe(value)
  })
})

describe('a transaction that Bitcoin Core refuses', () => {
  it.each([
    [
      'a flag but no witness',
      `${VERSION} 0001 01 ${INPUT} 01 ${OUTPUT} 00 ${LOCK_TIME}`,
      'BAD_VALUE',
      5,
      'flag',
    ],
    [
      'a flag of 2',
      `${VERSION} 0002 01 ${INPUT} 01 ${OUTPUT} 0100 ${LOCK_TIME}`,
      'BAD_VALUE',
      5,
      'flag',
    ],
    ['a flag but no inputs', `${VERSION} 0001 00 00 ${LOCK_TIME}`, 'BAD_VALUE', 5, 'flag'],
    [
      'fewer inputs than it counts',
      `${VERSION} 03 ${INPUT} 01 ${OUTPUT} ${LOCK_TIME}`,
      'TRUNCATED',
      4,
      'input count',
    ],
    [
      'fewer outputs than it counts',
      `${VERSION} 01 ${INPUT} fdffff`,
      'TRUNCATED',
      46,
      'output count',
    ],
    [
      'more witness items than bytes',
      `${VERSION} 0001 01 ${INPUT} 00 fe00000001 ${LOCK_TIME}`,
      'TRUNCATED',
      49,
      'witness of input 0 / item count',
    ],
    [
      'a script beyond the end',
      `${VERSION} 01 ${OUTPOINT} fdffff fdffffff 00 ${LOCK_TIME}`,
      'TRUNCATED',
      41,
      'input 0 / script length',
    ],
    ['a count above 32 MB', `${VERSION} fe01000002`, 'TOO_MANY', 4, 'input count'],
    [
      'a count in too many bytes',
      `${VERSION} fd0100 ${INPUT} 00 ${LOCK_TIME}`,
      'NON_CANONICAL_SIZE',
      4,
      'input count',
    ],
  ] as const)('has %s', (_, hex, code, offset, field) => {
    expect(errorOf(hex)).toMatchObject({ code, offset, field: `transaction / ${field}` })
  })
})

describe('a transaction without inputs', () => {
  it('has no outputs, as their count would be read as the flag', () => {
    const { transaction } = decodeTx(`${VERSION} 0000 ${LOCK_TIME}`)
    expect(transaction).toMatchObject({ inputs: [], outputs: [], hasWitness: false })
  })

  it('cannot be encoded with outputs', () => {
    const fields: TransactionFields = {
      version: 2,
      inputs: [],
      outputs: [{ amount: 1n, scriptPubKey: new Uint8Array() }],
      lockTime: 0,
    }
    expect(() => encodeTransaction(fields)).toThrow(MessageError)
    expect(() => toTransaction(fields)).toThrow('a transaction with outputs needs an input')
  })
})

describe('encodeTransaction', () => {
  it('leaves out nothing but marker, flag and witnesses without them', () => {
    fc.assert(
      fc.property(transactionFields, (fields) => {
        const inputs = fields.inputs.map((input) => ({ ...input, witness: [] }))
        const bare = encodeTransaction({ ...fields, inputs })
        expect(encodeTransaction(fields, 'without witness')).toEqual(bare)
        expect(toTransaction(fields).txid).toBe(toTransaction({ ...fields, inputs }).wtxid)
      }),
    )
  })

  it('looks only at what does not follow from the rest', () => {
    fc.assert(
      fc.property(transactionFields, (fields) => {
        const wrong = { txid: 'x', wtxid: 'x', hasWitness: !toTransaction(fields).hasWitness }
        const payload = encodeMessage({ type: 'tx', transaction: { ...fields, ...wrong } })
        expect(payload).toEqual(encodeTransaction(fields))
      }),
    )
  })
})

describe('a payload of more fields than are shown', () => {
  const ITEMS = 320_000
  const count = 'fe00e20400'
  const hex = `${VERSION} 0001 01 ${INPUT} 01 ${OUTPUT} ${count} ${'0107'.repeat(ITEMS)} ${LOCK_TIME}`
  const { fields, transaction } = decodeTx(hex)

  /** Counts spans, and makes sure that the parts of each tile it. */
  function countTiled(spans: readonly FieldSpan[], start: number, end: number): number {
    let total = 0
    let at = start
    for (const span of spans) {
      if (span.start !== at || span.end <= at) throw new Error(`a gap at ${at}`)
      at = span.end
      total += 1 + (span.children ? countTiled(span.children, span.start, span.end) : 0)
    }
    if (at !== end) throw new Error(`nothing from ${at} to ${end}`)
    return total
  }

  it('is read whole', () => {
    expect(transaction.inputs[0]?.witness).toHaveLength(ITEMS)
    expect(transaction.lockTime).toBe(500_000)
  })

  it('has its last fields in spans of their own, and no byte in none', () => {
    const total = countTiled(fields, 0, fromHex(hex).length)
    expect(total).toBeGreaterThanOrEqual(MAX_SPANS)
    expect(total).toBeLessThan(MAX_SPANS + 10)
    const spans = childrenOf(fields, 'transaction')
    expect(spans?.at(-1)?.name).toBe('further fields')
    expect(childrenOf(spans, 'witness of input 0')?.at(-1)?.name).toBe('further fields')
  })
})
