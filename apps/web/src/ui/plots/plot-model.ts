/** A plot as data: what is drawn, on which axes. Who draws it knows nothing of what it is about. */

/** Told apart without colour. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'inverted' | 'cross' | 'star'

export interface PlotPoint {
  readonly x: number
  readonly y: number
  /** Written beside it, where there is room. */
  readonly label?: string
  /** Said of it where it is pointed at. */
  readonly note?: string
}

export interface PlotSeries {
  readonly name: string
  /** A custom property of tokens.css. */
  readonly colour: `--${string}`
  /** Bars and sticks rise from 0, or from the lower end of the axis where it has no 0. */
  readonly draws: 'bars' | 'sticks' | 'points' | 'line'
  readonly shape: Shape
  /** In the order of x. */
  readonly points: readonly PlotPoint[]
}

/** With `linearTo` it is linear up to about there, on both sides of 0, and logarithmic beyond. */
export interface PlotAxis {
  readonly label: string
  readonly scale: 'linear' | 'log' | { readonly linearTo: number }
  readonly min: number
  readonly max: number
  /** Where it is marked; absent: at round values. */
  readonly ticks?: readonly number[]
  /** A value as it is written at its mark. */
  readonly text: (value: number) => string
}

/** A value of y that is worth comparing with: drawn across, dashed. */
export interface PlotLevel {
  readonly y: number
  readonly label: string
}

export interface PlotModel {
  readonly x: PlotAxis
  readonly y: PlotAxis
  readonly series: readonly PlotSeries[]
  readonly levels: readonly PlotLevel[]
  /** What is under the pointer, in words. */
  readonly describe: (series: PlotSeries, point: PlotPoint) => string
}
