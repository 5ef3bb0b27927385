/** Contenders measured against each other, round by round, so that what disturbs one disturbs all. */

/** So much of a contender's work, timed. */
export interface Work {
  /** What is not timed: new ciphers, for instance. @param count how often the work is about to be done */
  readonly before?: (count: number) => void
  /** Does the work so many times. */
  readonly run: (count: number) => unknown
}

export interface Entrant extends Work {
  readonly contender: string
}

export interface Pace {
  /** Bytes of contents in a stream of packets, at most. */
  readonly streamBytes: number
  readonly rounds: number
  /** A round of a contender takes about so long, in ms. */
  readonly roundMs: number
  /** How long each is warmed up, in ms. */
  readonly warmMs: number
}

/** Full: medians of many rounds. Quick: to see that all of it works. */
export const PACES = {
  full: { rounds: 31, roundMs: 40, warmMs: 400, streamBytes: 24_000_000 },
  quick: { rounds: 5, roundMs: 6, warmMs: 40, streamBytes: 8_000_000 },
} as const satisfies Record<string, Pace>

const now = () => performance.now()

/** @returns ms */
async function time({ before, run }: Work, count: number): Promise<number> {
  before?.(count)
  const start = now()
  const done = run(count)
  // a contender that is done when it returns does not wait for a turn of the loop
  if (done instanceof Promise) await done
  return now() - start
}

/**
 * Runs the work for so long that it is compiled as it will be, and finds how often it is to be done
 * in a round.
 */
async function warmUp(work: Work, { roundMs, warmMs }: Pace, most: number): Promise<number> {
  let count = 1
  let took = 0
  const start = now()
  while (now() - start < warmMs || took === 0) {
    took = await time(work, count)
    const wanted = (count * roundMs) / Math.max(took, 0.01)
    // a first call is slow, and says little
    count = Math.max(1, Math.min(most, Math.round(Math.min(wanted, count * 8))))
  }
  return count
}

/**
 * The time of one piece of work, in ms, by contender and round. Who begins changes from round to round.
 * @param most times that the work can be done in a round
 */
export async function measureRounds(
  entrants: readonly Entrant[],
  pace: Pace,
  most = 1_000_000,
): Promise<Map<string, number[]>> {
  const counts = new Map<string, number>()
  for (const entrant of entrants) counts.set(entrant.contender, await warmUp(entrant, pace, most))
  const times = new Map<string, number[]>(entrants.map(({ contender }) => [contender, []]))
  for (let round = 0; round < pace.rounds; round++) {
    for (let i = 0; i < entrants.length; i++) {
      const entrant = entrants[(i + round) % entrants.length]
      if (!entrant) continue
      const count = counts.get(entrant.contender) ?? 1
      times.get(entrant.contender)?.push((await time(entrant, count)) / count)
    }
  }
  return times
}
