import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useSize } from '../packets/use-size.js'
import { align } from './align.js'
import { nearest } from './nearest.js'
import styles from './Plot.module.css'
import type { PlotModel, PlotPoint } from './plot-model.js'
import { coloursOf, useThemeShown } from './theme-colours.js'
import { optionsOf } from './uplot-options.js'

interface Props {
  readonly model: PlotModel
  /** In px. */
  readonly height: number
}

/** What is drawn of a plot. Its table is beside it: to who can't see it, this is nothing. */
export function Canvas({ model, height }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const pointer = useRef({ left: -1, top: -1 })
  const { width } = useSize(place)
  const theme = useThemeShown()
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another theme it is drawn anew
  useEffect(() => {
    const target = place.current
    if (!target || width === 0 || !canDraw()) return
    const plot = new uPlot(
      optionsOf(model, {
        width,
        height,
        colours: coloursOf(target),
        font: getComputedStyle(target).fontFamily,
        onPointer: (of) => {
          pointer.current = { left: of.cursor.left ?? -1, top: of.cursor.top ?? -1 }
          if (said.current) said.current.textContent = wordsAt(of, model)
        },
      }),
      align(model.series),
      target,
    )
    // what was under the pointer is under it still
    plot.setCursor(pointer.current)
    return () => {
      const kept = pointer.current
      plot.destroy()
      pointer.current = kept
    }
  }, [model, width, height, theme])
  return (
    <>
      <div ref={place} className={styles.canvas} style={{ height }} aria-hidden />
      <p ref={said} className={styles.said} aria-hidden />
    </>
  )
}

/** Where there is nothing to draw on, the table is all there is. */
const canDraw = (): boolean => document.createElement('canvas').getContext('2d') !== null

function wordsAt(plot: uPlot, model: PlotModel): string {
  const { left = -1, top = -1 } = plot.cursor
  if (left < 0 || top < 0) return ''
  const placeOf = ({ x, y }: PlotPoint) => ({
    x: plot.valToPos(x, 'x'),
    y: plot.valToPos(y, 'y'),
  })
  const near = nearest(model, { x: left, y: top }, placeOf)
  return near ? model.describe(near.series, near.point) : ''
}
