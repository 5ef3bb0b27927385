/** Bytes chosen by mouse, pen and finger: a press, a drag, and on a touch screen a long press first. */

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'

/** A finger that rests for so long chooses; one that moves sooner scrolls. */
const LONG_PRESS_MS = 400
const MOVED_PX = 10
const ATTRIBUTE = 'data-byte'

type Choose = (byte: number, extend: boolean) => void

interface Press {
  readonly x: number
  readonly y: number
  readonly timer: ReturnType<typeof setTimeout> | undefined
  /** Whether moving chooses. */
  drags: boolean
  at: { readonly x: number; readonly y: number }
  frame: number | undefined
}

/** The byte that an element shows. */
export function byteOf(target: EventTarget | null): number | undefined {
  const text =
    target instanceof Element ? target.closest(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE) : null
  return text === null || text === undefined ? undefined : Number(text)
}

/** @param grid what scrolls, and has the focus */
export function useBytePointer(grid: RefObject<HTMLElement | null>, choose: Choose) {
  const press = useRef<Press | undefined>(undefined)
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })

  const end = () => {
    const { timer, frame } = press.current ?? {}
    clearTimeout(timer)
    if (frame !== undefined) cancelAnimationFrame(frame)
    press.current = undefined
  }
  // a finger that has begun to choose does not scroll; React listens passively, so this does not
  useEffect(() => {
    const element = grid.current
    const onMove = (event: TouchEvent) => {
      if (press.current?.drags) event.preventDefault()
    }
    element?.addEventListener('touchmove', onMove, { passive: false })
    return () => {
      element?.removeEventListener('touchmove', onMove)
      clearTimeout(press.current?.timer)
    }
  }, [grid])

  const drag = () => {
    const now = press.current
    const element = grid.current
    if (!now?.drags || !element) return
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const over = now.at.y < top ? now.at.y - top : Math.max(now.at.y - bottom, 0)
    if (over !== 0) {
      element.scrollTop += over
      now.frame = requestAnimationFrame(drag)
    }
    const within = (n: number, from: number, to: number) => Math.min(Math.max(n, from), to)
    const byte = byteOf(
      document.elementFromPoint(
        within(now.at.x, left + 1, right - 1),
        within(now.at.y, top + 1, bottom - 1),
      ),
    )
    if (byte !== undefined) latest.current(byte, true)
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const { clientX: x, clientY: y, pointerType, button, shiftKey } = event
      const byte = byteOf(event.target)
      if (byte === undefined || button !== 0) return
      end()
      const isTouch = pointerType === 'touch'
      const timer = isTouch
        ? setTimeout(() => {
            if (!press.current) return
            press.current.drags = true
            latest.current(byte, false)
          }, LONG_PRESS_MS)
        : undefined
      press.current = { x, y, timer, drags: !isTouch, at: { x, y }, frame: undefined }
      if (isTouch) return
      event.currentTarget.setPointerCapture?.(event.pointerId)
      latest.current(byte, shiftKey)
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) => {
      const now = press.current
      if (!now) return
      now.at = { x, y }
      if (now.drags) {
        if (now.frame !== undefined) cancelAnimationFrame(now.frame)
        now.frame = undefined
        drag()
      } else if (Math.hypot(x - now.x, y - now.y) > MOVED_PX) end()
    },
    onPointerUp: ({ target }: PointerEvent<HTMLElement>) => {
      const byte = byteOf(target)
      // a tap
      if (press.current && !press.current.drags && byte !== undefined) latest.current(byte, false)
      end()
    },
    onPointerCancel: end,
  }
}
