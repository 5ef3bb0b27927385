/** What a passive observer of the wire has, and what can be made of it. Pure: bytes and randomness come in. */

export type { Segment } from './segment.js'
