/** Puts a payload together, field by field. */

import type { FixedField } from './field.js'
import { MessageError, type MessageErrorCode } from './message-error.js'

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause)

/** Collects a payload's bytes. A writer that has thrown is of no further use. */
export class PayloadWriter {
  readonly #path: string[] = []
  readonly #chunks: Uint8Array[] = []
  #length = 0

  /** Adds one field of fixed size. @throws MessageError `BAD_VALUE` if the value does not fit. */
  write<T>(field: FixedField<T>, value: T): void {
    this.append(this.encode(field.name, field.coder, value))
  }

  /** Adds bytes as they are; they must not change until `finish`. */
  append(bytes: Uint8Array): void {
    this.#chunks.push(bytes)
    this.#length += bytes.length
  }

  /** Turns a value into bytes without adding them. @throws MessageError `BAD_VALUE` */
  encode<T>(name: string, coder: { encode(value: T): Uint8Array }, value: T): Uint8Array {
    try {
      return coder.encode(value)
    } catch (cause) {
      throw this.error('BAD_VALUE', name, reasonOf(cause), { cause })
    }
  }

  /** Writes several fields under one name, for the place that an error tells. */
  group(name: string, write: () => void): void {
    this.#path.push(name)
    write()
    this.#path.pop()
  }

  /** The error to throw for a field that would start here. */
  error(
    code: MessageErrorCode,
    name: string,
    reason: string,
    options?: ErrorOptions,
  ): MessageError {
    const field = [...this.#path, name].join(' / ')
    return new MessageError(code, { field, offset: this.#length }, reason, options)
  }

  /** The payload: a fresh array. */
  finish(): Uint8Array {
    const payload = new Uint8Array(this.#length)
    let offset = 0
    for (const chunk of this.#chunks) {
      payload.set(chunk, offset)
      offset += chunk.length
    }
    return payload
  }
}
