/** What a formula of a trace comes to, by Node's crypto and bare integers: none of our own code. */

import type { Derivation } from '../../src/index.js'
import { invert, liftX, mod, multiply, type Point, power, xswiftecOf } from './curve.js'
import { type Argument, type Formula, type Node, parseFormula } from './formula-text.js'
import { nodeChaCha20, nodeExpand, nodeHmac, nodeSeal, nodeTaggedHash } from './node-crypto.js'

type Value = Uint8Array | bigint | Point
type Names = Readonly<Record<string, Value>>

const isBytes = (value: Value): value is Uint8Array => value instanceof Uint8Array
const fromBytes = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
const toBytes32 = (n: bigint) =>
  new Uint8Array(Buffer.from(n.toString(16).padStart(64, '0'), 'hex'))

function bytesOf(value: Value): Uint8Array {
  if (isBytes(value)) return value
  if (typeof value === 'bigint') return toBytes32(value)
  throw new TypeError('a point is no bytes')
}

function integerOf(value: Value): bigint {
  if (typeof value === 'bigint') return value
  if (isBytes(value)) return fromBytes(value)
  throw new TypeError('a point is no number')
}

/** The bytes that a derivation's formula gives from its inputs. */
export function evaluate({ name, formula, inputs }: Derivation): Uint8Array {
  const { value, adjustments, equals } = parseFormula(formula)
  let result = worth(value, inputs)
  for (const adjustment of adjustments) {
    const names = { ...inputs, [name]: result }
    const applies =
      'from' in adjustment
        ? integerOf(result) === integerOf(worth(adjustment.from, names))
        : integerOf(worth(adjustment.left, names)) === integerOf(worth(adjustment.right, names))
    if (applies) result = worth(adjustment.to, names)
  }
  if (equals !== undefined && !/^x[123]$/.test(equals)) throw new TypeError(`what is ${equals}?`)
  return bytesOf(result)
}

/** The names that a formula takes from elsewhere. */
export function namesIn({ value, adjustments }: Formula): Set<string> {
  const names = new Set<string>()
  const visit = (node: Node): void => {
    switch (node.is) {
      case 'name':
        names.add(node.name)
        break
      case 'binary':
        visit(node.left)
        visit(node.right)
        break
      case 'call':
        for (const argument of node.args) visit(argument.value)
        break
      case 'negation':
      case 'power':
      case 'mod p':
      case 'slice':
        visit(node.of)
        break
      default:
    }
  }
  visit(value)
  for (const adjustment of adjustments) for (const node of Object.values(adjustment)) visit(node)
  return names
}

function worth(node: Node, names: Names): Value {
  switch (node.is) {
    case 'number':
      return node.value
    case 'text':
      return new Uint8Array(Buffer.from(node.value, 'ascii'))
    case 'zeros':
      return new Uint8Array(node.count)
    case 'name': {
      const value = Object.hasOwn(names, node.name) ? names[node.name] : undefined
      if (value === undefined) throw new TypeError(`${node.name} is no input`)
      return value
    }
    case 'negation':
      return mod(-integerOf(worth(node.of, names)))
    case 'power':
      return power(integerOf(worth(node.of, names)), node.exponent)
    case 'mod p':
      return mod(integerOf(worth(node.of, names)))
    case 'slice': {
      const bytes = bytesOf(worth(node.of, names))
      if (node.to > bytes.length) throw new RangeError(`no byte ${node.to}`)
      return bytes.slice(node.from, node.to)
    }
    case 'binary':
      return combine(node.by, worth(node.left, names), worth(node.right, names))
    case 'call':
      return call(node.name, node.args, names)
  }
}

function combine(by: '+' | '−' | '·' | '/' | '‖', left: Value, right: Value): Value {
  if (by === '‖') return new Uint8Array(Buffer.concat([bytesOf(left), bytesOf(right)]))
  if (typeof right === 'object' && !isBytes(right)) {
    if (by !== '·') throw new TypeError(`a point cannot be the right of ${by}`)
    return multiply(integerOf(left), right)
  }
  const [a, b] = [integerOf(left), integerOf(right)]
  if (by === '+') return mod(a + b)
  if (by === '−') return mod(a - b)
  return mod(by === '·' ? a * b : a * invert(b))
}

function call(name: string, args: readonly Argument[], names: Names): Value {
  const node = (which: number | string) => {
    const found = typeof which === 'number' ? args[which] : args.find((arg) => arg.name === which)
    if (!found) throw new TypeError(`${name} lacks ${which}`)
    return found.value
  }
  const value = (which: number | string) => worth(node(which), names)
  const bytes = (which: number | string) => bytesOf(value(which))
  const hash = () => {
    const said = node(0)
    if (said.is !== 'name' || said.name !== 'SHA-256') throw new TypeError('not SHA-256')
  }
  switch (name) {
    case 'x': {
      const point = value(0)
      if (typeof point === 'bigint' || isBytes(point)) throw new TypeError('x of no point')
      return point.x
    }
    case 'lift_x': {
      const point = liftX(integerOf(value(0)))
      if (!point) throw new RangeError('not on the curve')
      return point
    }
    case 'XSwiftEC':
      return xswiftecOf(integerOf(value(0)), integerOf(value(1)))
    case 'taggedHash':
      return nodeTaggedHash(Buffer.from(bytes(0)).toString('ascii'), bytes(1))
    case 'HKDF-Extract':
      hash()
      return nodeHmac(bytes('salt'), bytes('ikm'))
    case 'HKDF-Expand':
      hash()
      return nodeExpand(bytes(1), bytes('info'), Number(integerOf(value('L'))))
    case 'ChaCha20':
      return nodeChaCha20(bytes(0), bytes(1), bytes(2))
    case 'AEAD_ChaCha20_Poly1305':
      return nodeSeal(bytes(0), bytes(1), bytes('aad'), bytes(3))
    default:
      throw new TypeError(`no function ${name}`)
  }
}
