/** Commands for BIP324 §ElligatorSwift encoding and §Shared secret computation: Python's integers. */

import { toHex, type XswiftecCase } from '@v2scope/bip324'
import { int, printInt, python } from './shell.js'

const FIELD = 'p=2**256-2**32-977'
const DIV = 'div=lambda a,b: a*pow(b,p-2,p)%p'
const SQRT = 'sqrt=lambda a: pow(a,(p+1)//4,p)'
const C = 'c=pow(p-3,(p+1)//4,p)'
const ORDER = 'N=0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
/** x of the generator. */
const GENERATOR_X = '0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798'

const CANDIDATES = {
  x3: 'u+4*Y*Y',
  x2: 'div(-div(X,Y)-u,2)',
  x1: 'div(div(X,Y)-u,2)',
} as const
export type CandidateName = keyof typeof CANDIDATES

const g = (x: string) => `${x}**3+7`

/** H9: prints the key if it is one. */
export const checkPrivateKey = (key: Uint8Array): string =>
  python(`k=${int(key)}`, ORDER, 'assert 0<k<N', printInt('k'))

/**
 * x(k·P) of a point with this x: a Montgomery ladder on x alone, from x(nP) and x((n+1)P) to the
 * double of one and the sum of both.
 */
const ladder = (key: Uint8Array, x: string): string =>
  python(
    'from functools import reduce',
    FIELD,
    `k=${int(key)}`,
    `x=${x}`,
    DIV,
    'double=lambda a: div(a**4-56*a,4*(a**3+7))',
    'add=lambda a,b: div((a*b)**2-28*(a+b),x*(a-b)**2)',
    'step=lambda r,bit: (add(*r),double(r[1])) if bit=="1" else (double(r[0]),add(*r))',
    printInt('reduce(step,bin(k)[3:],(x,double(x)))[0]'),
  )
export const publicX = (key: Uint8Array): string => ladder(key, GENERATOR_X)
export const multiplyX = (key: Uint8Array, x: Uint8Array): string => ladder(key, int(x))

/** K6: the t of one case of XSwiftECInv; prints u ‖ t. */
export function encode(x: Uint8Array, u: Uint8Array, which: XswiftecCase): string {
  const isX3 = (which & 2) !== 0
  const sign = (which & 1) === 0 ? '-' : '+'
  const isNegative = (which & 5) === 0 || (which & 5) === 5
  return python(
    FIELD,
    `x=${int(x)}`,
    `u=${int(u)}`,
    DIV,
    SQRT,
    'c=sqrt(p-3)',
    ...(isX3
      ? ['s=x-u', `r=sqrt(-s*(4*(${g('u')})+3*s*u*u))`, 'v=div(div(r,s)-u,2)']
      : [`s=-div(${g('u')},u*u+u*x+x*x)`, 'v=x']),
    `t=${isNegative ? '-' : ''}sqrt(s)*(div(u*(1${sign}c),2)+v)%p`,
    'print("%064x%064x" % (u,t))',
  )
}

/** K5, from 64 bytes to x. */
const decoding = (ellswift: Uint8Array): readonly string[] => {
  const half = ellswift.length / 2
  return [
    FIELD,
    DIV,
    C,
    `u=${int(ellswift.subarray(0, half))}%p or 1`,
    `t=${int(ellswift.subarray(half))}%p or 1`,
    `t=2*t if (${g('u')}+t*t)%p==0 else t`,
    `X=div(${g('u')}-t*t,2*t)`,
    'Y=div(X+t,c*u)',
    'square=lambda a: pow(a,(p-1)//2,p)==1',
    `x=next(x%p for x in (${Object.values(CANDIDATES).join(', ')}) if square(${g('x')}))`,
  ]
}
export const decode = (ellswift: Uint8Array): string => python(...decoding(ellswift), printInt('x'))

/** Prints the 64 bytes if they decode to this x. */
export const checkEncoding = (ellswift: Uint8Array, x: Uint8Array): string =>
  python(...decoding(ellswift), `assert x==${int(x)}`, `print("${toHex(ellswift)}")`)

export const stepU = (half: Uint8Array): string => python(FIELD, printInt(`${int(half)}%p or 1`))
export const stepT = (half: Uint8Array, u: Uint8Array): string =>
  python(
    FIELD,
    `u=${int(u)}`,
    `t=${int(half)}%p or 1`,
    printInt(`2*t%p if (${g('u')}+t*t)%p==0 else t`),
  )
export const stepX = (u: Uint8Array, t: Uint8Array): string =>
  python(FIELD, DIV, `u=${int(u)}`, `t=${int(t)}`, printInt(`div(${g('u')}-t*t,2*t)`))
export const stepY = (u: Uint8Array, t: Uint8Array, X: Uint8Array): string =>
  python(FIELD, DIV, C, `u=${int(u)}`, `t=${int(t)}`, `X=${int(X)}`, printInt('div(X+t,c*u)'))

export const candidate = (
  name: CandidateName,
  { u, X, Y }: Readonly<Record<'u' | 'X' | 'Y', Uint8Array>>,
): string =>
  python(
    FIELD,
    DIV,
    `u=${int(u)}`,
    ...(name === 'x3' ? [] : [`X=${int(X)}`]),
    `Y=${int(Y)}`,
    printInt(`(${CANDIDATES[name]})%p`),
  )
export const curveValue = (x: Uint8Array): string =>
  python(FIELD, `x=${int(x)}`, printInt(`(${g('x')})%p`))
export const legendre = (a: Uint8Array): string =>
  python(FIELD, printInt(`pow(${int(a)},(p-1)//2,p)`))
