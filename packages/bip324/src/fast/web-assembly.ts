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
  forget(): void
}

/** What of the platform is used, which the language itself doesn't have. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: CompiledExports }
}
declare const atob: (base64: string) => string

/** Undefined where there is no WebAssembly with SIMD, or a policy forbids it (`wasm-unsafe-eval`). */
export function startCompiled(): CompiledExports | undefined {
  try {
    const bytes = Uint8Array.from(atob(COMPILED), (character) => character.charCodeAt(0))
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports
  } catch {
    return undefined
  }
}
