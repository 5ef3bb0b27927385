/** secp256k1 and XSwiftEC once more, from their definitions, with bare integers. */

export const P = 2n ** 256n - 2n ** 32n - 977n
/** √−3, the root that is a square itself, as BIP324 prints it. */
export const C = 0x0a2d2ba93507f1df233770c2a797962cc61f6d15da14ecd47d8d27ae1cd5f852n

const G_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

export const mod = (a: bigint, m = P): bigint => ((a % m) + m) % m

export function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) {
    if (e & 1n) result = mod(result * b)
  }
  return result
}

/** By Euclid's algorithm; 0 for 0. */
export function invert(a: bigint): bigint {
  let [r, rest, s, next] = [P, mod(a), 0n, 1n]
  while (rest > 0n) {
    const times = r / rest
    ;[r, rest, s, next] = [rest, r - times * rest, next, s - times * next]
  }
  return mod(s)
}

export interface Point {
  readonly x: bigint
  readonly y: bigint
}

/** A point with this x, or undefined where none has it. */
export function liftX(x: bigint): Point | undefined {
  const square = mod(x ** 3n + 7n)
  const y = power(square, (P + 1n) / 4n)
  return mod(y * y) === square ? { x, y } : undefined
}

/** P + Q; undefined is the point at infinity. */
function add(p: Point | undefined, q: Point | undefined): Point | undefined {
  if (!p || !q) return p ?? q
  if (p.x === q.x && mod(p.y + q.y) === 0n) return undefined
  const slope =
    p.x === q.x ? 3n * p.x * p.x * invert(2n * p.y) : (q.y - p.y) * invert(mod(q.x - p.x))
  const x = mod(slope * slope - p.x - q.x)
  return { x, y: mod(slope * (p.x - x) - p.y) }
}

/** k · P by doubling and adding. */
export function multiply(k: bigint, p: Point): Point {
  let sum: Point | undefined
  let doubled: Point | undefined = p
  for (let rest = mod(k, G_ORDER); rest > 0n; rest >>= 1n, doubled = add(doubled, doubled)) {
    if (rest & 1n) sum = add(sum, doubled)
  }
  if (!sum) throw new Error('the point at infinity')
  return sum
}

/** The x that u and t stand for (K5), u and t as the special cases have left them. */
export function xswiftecOf(u: bigint, t: bigint): bigint {
  const X = (u ** 3n + 7n - t ** 2n) * invert(2n * t)
  const Y = mod((mod(X) + t) * invert(C * u))
  const ratio = mod(X * invert(Y))
  const half = invert(2n)
  const candidates = [u + 4n * Y * Y, (-ratio - u) * half, (ratio - u) * half].map((x) => mod(x))
  const found = candidates.find((x) => liftX(x))
  if (found === undefined) throw new Error('no candidate is on the curve')
  return found
}
