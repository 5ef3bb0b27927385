import { createSocket } from 'node:dgram'
import { onTestFinished } from 'vitest'
import { numberOf } from './ip-space.js'

/** What a name is answered with: addresses of both kinds, or an RCODE (RFC 1035 §4.1.1), or nothing. */
export type DnsAnswer = readonly string[] | { readonly rcode: number } | 'silence'

export interface DnsServer {
  /** IP:PORT. */
  readonly address: string
  /** Each question that came, as `NAME A` or `NAME AAAA`. */
  readonly questions: readonly string[]
}

const NXDOMAIN = { rcode: 3 }
const TYPES: ReadonlyMap<number, { readonly name: string; readonly length: 4 | 16 }> = new Map([
  [1, { name: 'A', length: 4 }],
  [28, { name: 'AAAA', length: 16 }],
])

/**
 * Answers by the table until the test is over. Where a name has several answers, each type of
 * question gets them one after the other, and the last again and again.
 */
export async function dnsServer(
  names: Readonly<Record<string, readonly [DnsAnswer, ...DnsAnswer[]]>>,
): Promise<DnsServer> {
  const questions: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => {
    const { name, type, end } = readQuestion(query)
    const kind = TYPES.get(type)
    const question = `${name} ${kind?.name ?? type}`
    const answers = names[name] ?? [NXDOMAIN]
    const asked = questions.filter((each) => each === question).length
    questions.push(question)
    const answer = answers[Math.min(asked, answers.length - 1)] ?? NXDOMAIN
    if (answer === 'silence') return
    socket.send(
      encodeAnswer(query.subarray(0, end), type, kind?.length ?? 0, answer),
      port,
      address,
    )
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    socket.close()
  })
  return { address: `127.0.0.1:${socket.address().port}`, questions }
}

/** RFC 1035 §4.1.2: the one question behind the header of 12 bytes. */
function readQuestion(query: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

function encodeAnswer(
  question: Buffer,
  type: number,
  length: number,
  answer: Exclude<DnsAnswer, 'silence'>,
): Buffer {
  const rcode = 'rcode' in answer ? answer.rcode : 0
  const addresses = 'rcode' in answer ? [] : answer.filter((each) => lengthOf(each) === length)
  const header = Buffer.alloc(12)
  question.copy(header, 0, 0, 2)
  // a response, recursion desired and available
  header.writeUInt16BE(0x8180 | rcode, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  const records = addresses.map((each) => record(type, numberOf(each), length))
  return Buffer.concat([header, question.subarray(12), ...records])
}

const lengthOf = (address: string): number => (address.includes(':') ? 16 : 4)

/** RFC 1035 §4.1.3: the name (that of the question), type, class IN, TTL 0, length, address. */
function record(type: number, address: bigint, length: number): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, length])
  return Buffer.concat([head, Buffer.from(address.toString(16).padStart(length * 2, '0'), 'hex')])
}
