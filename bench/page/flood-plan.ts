/** What the worker of the bench is to do, in the seed of the session: it is all that a page hands on. */

export interface FloodPlan {
  /** Rows that are there from the start. */
  readonly held: number
  /** Rows of a message; 0: as many as can be packed in `PACK_MS`. */
  readonly atOnce: number
  /** Messages, one each `FRAME_MS`. */
  readonly messages: number
}

export const FRAME_MS = 16
/** The rest of a frame is for the worker's other work. */
export const PACK_MS = 12

export const encodePlan = ({ held, atOnce, messages }: FloodPlan): string =>
  `${held}-${atOnce}-${messages}`

export function decodePlan(seed: string): FloodPlan {
  const [held = 0, atOnce = 0, messages = 0] = seed.split('-').map(Number)
  return { held, atOnce, messages }
}
