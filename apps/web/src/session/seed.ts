/** Seeds of simulated sessions. */

import type { RandomBytes } from '@v2scope/bip324'

/** Characters. */
export const MOST_SEED = 64

/** What a seed is, for whoever wrote another. */
export const SEED_RULE = `1 to ${MOST_SEED} printable characters.`

/** Neither control characters nor line ends nor halves of characters. */
export const isSeed = (text: string): boolean =>
  text.length <= MOST_SEED && /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(text)

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
const MADE_UP_LEN = 8

/** 40 random bits in base 32 (RFC 4648, lower case): `k5mz2qfa`. */
export const makeSeed = (random: RandomBytes): string =>
  Array.from(random(MADE_UP_LEN), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
