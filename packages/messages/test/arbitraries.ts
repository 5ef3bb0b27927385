/** Random numbers, hashes and bytes, of which random messages are made. */

import fc from 'fast-check'

export const u8 = fc.integer({ min: 0, max: 0xff })
export const u16 = fc.integer({ min: 0, max: 0xffff })
export const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
export const i32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff })
export const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
export const i64 = fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n })

/** Exactly so many bytes. */
export const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

/** 64 hex digits. */
export const hash = bytes(32).map((value) => Buffer.from(value).toString('hex'))

/** The type of a message. */
export const type = <T extends string>(name: T) => fc.constant(name)
