/** What is said of many measurements: the middle, and how far the others lie around it. */

export interface Summary {
  readonly median: number
  /** A quarter of the measurements is below. */
  readonly low: number
  /** A quarter of the measurements is above. */
  readonly high: number
  readonly rounds: number
}

/** The value that a share of the values is below, between two values by their distances. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured')
  const sorted = Float64Array.from(values).sort()
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? 0
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const summarise = (values: readonly number[]): Summary => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
  rounds: values.length,
})

/** Half of the distance between the quartiles, as a share of the median: 0.02 is ±2 %. */
export const spread = ({ median: middle, low, high }: Summary): number =>
  middle === 0 ? 0 : (high - low) / 2 / middle

/**
 * How what is measured grows with n, if it grows like nᵏ: k by least squares on logarithms. 1 is
 * linear, 2 quadratic, 0 constant.
 */
export function exponent(
  points: readonly { readonly n: number; readonly value: number }[],
): number {
  const logs = points.map(({ n, value }) => ({ x: Math.log(n), y: Math.log(value) }))
  const mean = (of: (log: { x: number; y: number }) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length
  const x = mean((log) => log.x)
  const y = mean((log) => log.y)
  return mean((log) => (log.x - x) * (log.y - y)) / mean((log) => (log.x - x) ** 2)
}
