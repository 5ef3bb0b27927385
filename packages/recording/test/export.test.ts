import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PacketRow, packetsToCsv, packetsToJson, sha256Hex } from '../src/file.js'

const ROW: PacketRow = {
  seq: 12,
  time: 3.25,
  direction: 'received',
  type: 'ping',
  kind: 'message',
  number: 4,
  epoch: 0,
  wireBytes: 29,
  contentsBytes: 9,
  decoy: false,
  summary: 'nonce 7',
  wireHex: 'aa'.repeat(29),
  contentsHex: '12'.repeat(9),
}

const text = (pieces: Iterable<string>): string => [...pieces].join('')

/** RFC 4180, read back: records of fields. */
function parseCsv(csv: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (field.lastIndex < csv.length) {
    const [, quoted, plain = '', end] = field.exec(csv) ?? []
    if (end === undefined) throw new Error(`no CSV at ${field.lastIndex}`)
    record.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    records.push(record)
    record = []
  }
  return records
}

describe('packets as CSV', () => {
  it('has a header line, a line for each packet and CRLF', () => {
    expect(text(packetsToCsv([ROW])).split('\r\n')).toEqual([
      'seq,time_ms,direction,type,kind,packet_number,key_epoch,wire_bytes,contents_bytes,decoy,summary,wire_hex,contents_hex',
      `12,3.25,received,ping,message,4,0,29,9,false,nonce 7,${ROW.wireHex},${ROW.contentsHex}`,
      '',
    ])
  })

  it('leaves what is not known empty', () => {
    const { number, epoch, contentsBytes, summary, contentsHex, ...known } = ROW
    expect(text(packetsToCsv([known])).split('\r\n')[1]).toBe(
      `12,3.25,received,ping,message,,,29,,false,,${ROW.wireHex},`,
    )
  })

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=HYPERLINK("x")'])(
    'makes a text that would be a formula harmless: %j',
    (summary) =>
      expect(parseCsv(text(packetsToCsv([{ ...ROW, summary }])))[1]?.[10]).toBe(`'${summary}`),
  )

  it('can be read back, whatever a peer calls its messages', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', 'a') }),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ type: texts, summary: texts })), (rows) => {
        const [, ...records] = parseCsv(text(packetsToCsv(rows.map((row) => ({ ...ROW, ...row })))))
        expect(records).toHaveLength(rows.length)
        for (const [i, { type, summary }] of rows.entries()) {
          const [isType, isSummary] = [records[i]?.[3], records[i]?.[10]]
          expect([type, `'${type}`]).toContain(isType)
          expect([summary, `'${summary}`]).toContain(isSummary)
          expect(isSummary).not.toMatch(/^[=+\-@\t\r]/)
        }
      }),
    )
  })
})

describe('packets as JSON', () => {
  it('names units and leaves out what is not known', () => {
    const { summary, ...known } = ROW
    expect(JSON.parse(text(packetsToJson([known])))).toEqual([
      {
        seq: 12,
        time_ms: 3.25,
        direction: 'received',
        type: 'ping',
        kind: 'message',
        packet_number: 4,
        key_epoch: 0,
        wire_bytes: 29,
        contents_bytes: 9,
        decoy: false,
        wire_hex: ROW.wireHex,
        contents_hex: ROW.contentsHex,
      },
    ])
    expect(text(packetsToJson([]))).toBe('[]\n')
  })

  it('is one array, however many pieces it comes in', () => {
    const rows = Array.from({ length: 1000 }, (_, seq) => ({ ...ROW, seq }))
    const pieces = [...packetsToJson(rows)]
    expect(pieces.length).toBeGreaterThan(2)
    const read: { seq: number }[] = JSON.parse(pieces.join(''))
    expect(read.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq))
    expect(JSON.stringify(read, undefined, 2)).toBe(pieces.join('').trimEnd())
  })
})

describe('SHA-256', () => {
  it('is that of FIPS 180-4, of text and of bytes', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256Hex('abc')).toBe(abc)
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(abc)
  })
})
