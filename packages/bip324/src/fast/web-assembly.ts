/** The compiled code, started: where it can be. */

import { COMPILED } from './compiled.js'

/** What `assembly/index.ts` exports. Numbers are addresses in `memory`, or lengths in bytes. */
export interface CompiledExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  readonly KEY: { readonly value: number }
  readonly KEYSTREAM: { readonly value: number }
  readonly OPENED: { readonly value: number }
  readonly TAKEN: { readonly value: number }
  heap(): number
  seal(
    at: number,
    length: number,
    aad: number,
    aadLength: number,
    n0: number,
    n1: number,
    n2: number,
  ): void
  /** 1 or 0 */
  open(
    at: number,
    length: number,
    aad: number,
    aadLength: number,
    n0: number,
    n1: number,
    n2: number,
  ): number
  makeKeystream(n0: number, n1: number, n2: number): void
  openPackets(
    at: number,
    length: number,
    first: number,
    n1: number,
    n2: number,
    maxContents: number,
  ): number
  publicX(scalar: number, out: number): void
  ecdhX(ellswift: number, scalar: number, out: number): void
  decode(ellswift: number, out: number): void
  encode(x: number, u: number, which: number, out: number): number
  isX(x: number): number
  sha256(at: number, length: number, out: number): void
  forget(): void
}

/** What of the platform is used, which the language itself doesn't have. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: CompiledExports }
}
declare const atob: (base64: string) => string
/** Newer engines have it. */
const BYTES: {
  readonly prototype: Uint8Array
  readonly fromBase64?: (base64: string) => Uint8Array
} = Uint8Array

/** Undefined where there is no WebAssembly with SIMD, or a policy forbids it (`wasm-unsafe-eval`). */
export function startCompiled(): CompiledExports | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(fromBase64(COMPILED))).exports
  } catch {
    return undefined
  }
}

/** Not by a callback for each byte, which takes 5 ms of a page that has just begun: there are 6 for all. */
function fromBase64(base64: string): Uint8Array {
  const known = BYTES.fromBase64?.(base64)
  if (known) return known
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
