/** What can be said of bytes without knowing what they are. */

export interface ByteStatistics {
  /** How many were looked at: the newest. */
  readonly bytes: number
  /** How many there were of each value, 256. */
  readonly counts: Uint32Array
  readonly entropy: Entropy
  readonly chiSquare: ChiSquare
  readonly runs: Runs
  readonly serial: SerialCorrelation
  /** What jumps out. */
  readonly telling: Telling
}

/** In bits a byte, of the distribution of single bytes. */
export interface Entropy {
  readonly bits: number
  /** What random bytes would have on average at this size (Miller–Madow): below 8. */
  readonly expected: number
}

/** Whether all values are as frequent: Pearson's, against the same number of each. */
export interface ChiSquare {
  readonly value: number
  readonly degrees: number
  /** How often random bytes give this much or more; small: hardly random. */
  readonly p: number
  /** Expected are at least 5 of each value: with less p means little. */
  readonly isEnough: boolean
}

/** Wald and Wolfowitz's test: runs of equal bits, the highest bit of a byte first. */
export interface Runs {
  readonly bits: number
  readonly ones: number
  readonly runs: number
  readonly expected: number
  /** Standard deviations from what is expected. */
  readonly z: number
  /** Two-sided. */
  readonly p: number
}

/** Of each byte with the one after it, −1 to 1; undefined where all are the same. */
export interface SerialCorrelation {
  readonly value: number | undefined
  /** What random bytes stay within, 95 times in a hundred: ±1.96/√n. */
  readonly bound: number
}

export interface Telling {
  /** How often the network's magic is there, 4 bytes. */
  readonly magics: number
  /** How often the 12 bytes of a known message type are. */
  readonly commands: number
  /** Bytes in stretches of at least 6 characters of ASCII. */
  readonly textBytes: number
}
