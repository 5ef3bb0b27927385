/** Something that takes long, done a little at a time. */

/** Yields how far it is, 0 to 1, every few ms of work; returns what it has found. */
export type Steps<T> = Generator<number, T, void>

/** As a part of something longer: what is done of it goes from one share to the other. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield from + step.value * (to - from)
  return step.value
}
