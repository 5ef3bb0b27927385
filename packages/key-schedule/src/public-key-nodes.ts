/** From the private key to the two keys on the wire, and from each of these to its x (K5, K6, H9). */

import {
  type EcdhComputed,
  type EllswiftDecoding,
  ellswiftDecode,
  type XCandidate,
  type XswiftecCase,
  xswiftecInv,
} from '@v2scope/bip324'
import {
  type CandidateName,
  candidate,
  checkEncoding,
  checkPrivateKey,
  curveValue as curveValueCommand,
  decode,
  encode,
  legendre as legendreCommand,
  publicX,
  stepT,
  stepU,
  stepX,
  stepY,
} from './commands/field-commands.js'
import { curveValue, legendre } from './curve.js'
import { given, type KeyNode, keyNode, type NodeInput, output } from './node.js'
import { SECTIONS } from './sections.js'

export type Whose = 'ours' | 'theirs'
const CASES: readonly XswiftecCase[] = [0, 1, 2, 3, 4, 5, 6, 7]

const encoding = { row: 'K5', section: SECTIONS.encoding } as const
const halves = (ellswift: Uint8Array) => {
  const middle = ellswift.length / 2
  return { u: ellswift.subarray(0, middle), t: ellswift.subarray(middle) }
}

/** Drawn at random; the x of its point, which is what the key on the wire encodes. */
export function privateKeyNodes({ privateKey, decodings }: EcdhComputed): KeyNode[] {
  const key = keyNode({
    id: 'private_key',
    kind: 'private_key',
    inputs: [],
    formula: '1 … N − 1',
    output: privateKey,
    row: 'H9',
    section: SECTIONS.handshake,
    secret: true,
    given: true,
    command: () => checkPrivateKey(privateKey),
  })
  const x = keyNode({
    id: 'public_x',
    kind: 'public_x',
    inputs: [output('private_key', key)],
    formula: 'x(private_key · G)',
    output: decodings[0].x.output,
    row: 'K6',
    section: SECTIONS.encoding,
    command: () => publicX(privateKey),
  })
  return [key, x]
}

/** The 64 bytes that cross the wire. @param publicX the node of our own x, once it is known */
export function ellswiftNode(whose: Whose, ellswift: Uint8Array, publicX?: KeyNode): KeyNode {
  const x = ellswiftDecode(ellswift)
  const { u, t } = halves(ellswift)
  const which = whose === 'ours' ? caseOf(x, u, t) : undefined
  const common = {
    id: `ellswift_${whose}`,
    kind: `ellswift_${whose}`,
    output: ellswift,
    row: whose === 'ours' ? 'K6' : 'K5',
    section: SECTIONS.encoding,
  } as const
  if (which === undefined || publicX === undefined) {
    return keyNode({
      ...common,
      inputs: [],
      formula: 'u ‖ t',
      given: true,
      command: () => checkEncoding(ellswift, x),
    })
  }
  return keyNode({
    ...common,
    inputs: [output('public_x', publicX), given('u', u)],
    formula: `u ‖ t, t = XSwiftECInv(public_x, u, case ${which})`,
    command: () => encode(x, u, which),
  })
}

/** Which of the eight cases gave t; undefined for a key that is encoded in no usual way. */
function caseOf(x: Uint8Array, u: Uint8Array, t: Uint8Array): XswiftecCase | undefined {
  if (u.every((byte) => byte === 0)) return undefined
  return CASES.find((which) => {
    const found = xswiftecInv(x, u, which)
    return found?.every((byte, i) => byte === t[i]) ?? false
  })
}

/** u, t, X, Y; the three candidates, with what judges them; x. */
export function decodingNodes(ellswift: KeyNode, decoding: EllswiftDecoding): KeyNode[] {
  const id = `x_${decoding.whose}`
  const steps = stepNodes(id, ellswift, decoding)
  const candidates = decoding.candidates.flatMap((one) => candidateNodes(id, steps, one))
  const { formula, output: x } = decoding.x
  const node = keyNode({
    ...encoding,
    id,
    kind: 'x',
    inputs: [output('ellswift', ellswift)],
    formula,
    output: x,
    command: () => decode(ellswift.output),
  })
  return [...steps, ...candidates, node]
}

function stepNodes(id: string, ellswift: KeyNode, { steps }: EllswiftDecoding): KeyNode[] {
  const nodes: KeyNode[] = []
  for (const { name, formula, inputs: values, output: value } of steps) {
    if (!isStep(name)) continue
    const inputs = inputsOf(values, { ellswift, nodes })
    const bytes = valuesOf(inputs)
    nodes.push(
      keyNode({
        ...encoding,
        id: `${id}.${name}`,
        kind: name,
        inputs,
        formula,
        output: value,
        command: () => STEPS[name](bytes),
      }),
    )
  }
  return nodes
}

type Value = (name: string) => Uint8Array
const STEPS = {
  u: (of: Value) => stepU(halves(of('ellswift')).u),
  t: (of: Value) => stepT(halves(of('ellswift')).t, of('u')),
  X: (of: Value) => stepX(of('u'), of('t')),
  Y: (of: Value) => stepY(of('u'), of('t'), of('X')),
} as const
const isStep = (name: string): name is keyof typeof STEPS => Object.hasOwn(STEPS, name)
const isCandidate = (name: string): name is CandidateName => /^x[123]$/.test(name)

function inputsOf(
  values: Readonly<Record<string, Uint8Array>>,
  { ellswift, nodes }: { readonly ellswift?: KeyNode; readonly nodes: readonly KeyNode[] },
): NodeInput[] {
  return Object.entries(values).map(([name, bytes]) => {
    const node = name === 'ellswift' ? ellswift : nodes.find(({ kind }) => kind === name)
    return node ? output(name, node) : given(name, bytes)
  })
}

const valuesOf =
  (inputs: readonly NodeInput[]): Value =>
  (name) =>
    inputs.find((input) => input.name === name)?.bytes ?? new Uint8Array(0)

/** A candidate, and where it was tried: g of it, and whether that is a square. */
function candidateNodes(id: string, steps: readonly KeyNode[], one: XCandidate): KeyNode[] {
  const { name, outcome } = one
  if (!isCandidate(name)) return []
  const inputs = inputsOf(one.inputs, { nodes: steps })
  const of = valuesOf(inputs)
  const x = keyNode({
    ...encoding,
    id: `${id}.${name}`,
    kind: 'candidate',
    inputs,
    formula: one.formula,
    output: one.output,
    command: () => candidate(name, { u: of('u'), X: of('X'), Y: of('Y') }),
  })
  if (outcome === 'not tried') return [x]
  const g = keyNode({
    ...encoding,
    id: `${x.id}.g`,
    kind: 'curve_value',
    inputs: [output(name, x)],
    formula: `g(${name}) = ${name}³ + 7`,
    output: curveValue(x.output),
    command: () => curveValueCommand(x.output),
  })
  const square = keyNode({
    ...encoding,
    id: `${x.id}.legendre`,
    kind: 'legendre',
    inputs: [output('g', g)],
    formula: `g(${name})^((p − 1) / 2) mod p`,
    output: legendre(g.output),
    command: () => legendreCommand(g.output),
  })
  return [x, g, square]
}
