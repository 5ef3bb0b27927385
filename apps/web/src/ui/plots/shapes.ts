/** The marks of plots and of their legends, as paths of SVG. */

import type { Shape } from './plot-model.js'

const n = (value: number): string => value.toFixed(1)

const polygon = (corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

/** Alternately on a circle and on an inner one. */
function star(x: number, y: number, r: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    const radius = i % 2 === 0 ? r * 1.25 : r * 0.55
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })
  return polygon(corners)
}

/** Two bars of a third of the width. */
function cross(x: number, y: number, r: number): string {
  const t = r / 3
  return polygon([
    [x - t, y - r],
    [x + t, y - r],
    [x + t, y - t],
    [x + r, y - t],
    [x + r, y + t],
    [x + t, y + t],
    [x + t, y + r],
    [x - t, y + r],
    [x - t, y + t],
    [x - r, y + t],
    [x - r, y - t],
    [x - t, y - t],
  ])
}

const DRAW: Readonly<Record<Shape, (x: number, y: number, r: number) => string>> = {
  circle: (x, y, r) =>
    `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`,
  square: (x, y, r) =>
    `M${n(x - r * 0.9)} ${n(y - r * 0.9)}h${n(r * 1.8)}v${n(r * 1.8)}h${n(-r * 1.8)}Z`,
  diamond: (x, y, r) =>
    polygon([
      [x, y - r * 1.25],
      [x + r * 1.1, y],
      [x, y + r * 1.25],
      [x - r * 1.1, y],
    ]),
  triangle: (x, y, r) =>
    polygon([
      [x, y - r * 1.1],
      [x + r * 1.1, y + r * 0.9],
      [x - r * 1.1, y + r * 0.9],
    ]),
  inverted: (x, y, r) =>
    polygon([
      [x, y + r * 1.1],
      [x + r * 1.1, y - r * 0.9],
      [x - r * 1.1, y - r * 0.9],
    ]),
  cross,
  star,
}

/** @param r of the circle that has about its size */
export const shapePath = (shape: Shape, x: number, y: number, r: number): string =>
  DRAW[shape](x, y, r)
