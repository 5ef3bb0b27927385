/** From where the reader is to the next hit, and the one before. */

import type { FindHit } from '../../session/find.js'

/** An item, and a byte of it; before its first where none is chosen. */
export interface Place {
  readonly seq: number
  readonly byte: number
}

const order = (hit: FindHit, place: Place): number =>
  hit.seq - place.seq || hit.bytes.start - place.byte

/** @param hits in order @returns at the end, the first one again; undefined where there is none */
export const nextHit = (hits: readonly FindHit[], place: Place): FindHit | undefined =>
  hits.find((hit) => order(hit, place) > 0) ?? hits[0]

export const previousHit = (hits: readonly FindHit[], place: Place): FindHit | undefined =>
  hits.findLast((hit) => order(hit, place) < 0) ?? hits.at(-1)

/** Which of them the reader is at, counted from 1; 0: none. */
export const hitAt = (hits: readonly FindHit[], place: Place): number =>
  hits.findIndex((hit) => order(hit, place) === 0) + 1
