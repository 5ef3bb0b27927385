/** A range of time that is drawn with a pointer; near an end of the one that is there, that end moves. */

import { type PointerEvent, type RefObject, useState } from 'react'
import type { TimeRange } from './time-axis.js'

interface Axis {
  /** In ms. */
  readonly end: number
  readonly binWidth: number
  readonly range: TimeRange | undefined
  readonly write: (range: TimeRange | undefined) => void
}

interface Drag {
  readonly from: number
  readonly to: number
  readonly startX: number
}

/** Less is a press and no drag, in px. */
const LEAST = 4
const NEAR = 8
const NEAR_TOUCH = 20

export function useTimeDrag(plot: RefObject<HTMLElement | null>, axis: Axis) {
  const [drag, setDrag] = useState<Drag | undefined>(undefined)
  const { end, range } = axis
  const pxToTime = () => end / Math.max(plot.current?.clientWidth ?? 1, 1)
  const timeAt = (x: number): number => {
    const left = plot.current?.getBoundingClientRect().left ?? 0
    return Math.min(Math.max((x - left) * pxToTime(), 0), end)
  }
  /** What does not move: the other end of a range that is taken by one, else where it is pressed. */
  const fixedEnd = (time: number, near: number): number => {
    if (!range) return time
    const [toMin, toMax] = [Math.abs(time - range.min), Math.abs(time - Math.min(range.max, end))]
    if (Math.min(toMin, toMax) > near * pxToTime()) return time
    return toMin < toMax ? Math.min(range.max, end) : range.min
  }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const time = timeAt(event.clientX)
      const near = event.pointerType === 'touch' ? NEAR_TOUCH : NEAR
      setDrag({ from: fixedEnd(time, near), to: time, startX: event.clientX })
    },
    onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (drag) setDrag({ ...drag, to: timeAt(clientX) })
    },
    onPointerUp: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (drag && Math.abs(clientX - drag.startX) >= LEAST) axis.write(whole(drag, axis.binWidth))
      setDrag(undefined)
    },
    onPointerCancel: () => setDrag(undefined),
  }
  return { range: drag && drag.from !== drag.to ? ordered(drag) : undefined, handlers }
}

const ordered = ({ from, to }: Drag): TimeRange => ({
  min: Math.min(from, to),
  max: Math.max(from, to),
})

/** From the beginning of a bar to the end of one. */
function whole(drag: Drag, binWidth: number): TimeRange {
  const { min, max } = ordered(drag)
  return {
    min: Math.floor(min / binWidth) * binWidth,
    max: Math.ceil(max / binWidth) * binWidth,
  }
}
