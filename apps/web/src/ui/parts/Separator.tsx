import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { join } from './join.js'
import type { Sizes } from './Split.js'
import styles from './Split.module.css'

const STEP = 16
const LONG_STEP = 96

interface Props {
  readonly direction: 'columns' | 'rows'
  readonly label: string
  /** Per cent of both neighbours that is the first one's. */
  readonly share: number
  /** @param to the size in px that the first neighbour is to have */
  readonly onMove: (to: (sizes: Sizes) => number) => void
  readonly onReset: () => void
}

/** The line between two panes: drawn by pointer or by the arrow keys; a double click undoes it. */
export function Separator({ direction, label, share, onMove, onReset }: Props) {
  const columns = direction === 'columns'
  const grip = useRef<number | undefined>(undefined)
  const at = ({ clientX, clientY }: PointerEvent) => (columns ? clientX : clientY)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = at(event)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (grip.current === undefined) return
    const by = at(event) - grip.current
    grip.current += by
    onMove(({ before }) => before + by)
  }
  const release = () => {
    grip.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyMove(event, columns)
    if (!to) return
    event.preventDefault()
    onMove(to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule has no value and takes no focus
    <div
      role="separator"
      tabIndex={0}
      aria-orientation={columns ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-valuenow={share}
      aria-valuemin={0}
      aria-valuemax={100}
      className={join(styles.separator)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}

function keyMove(
  { key, shiftKey }: KeyboardEvent,
  columns: boolean,
): ((sizes: Sizes) => number) | undefined {
  const step = shiftKey ? LONG_STEP : STEP
  switch (key) {
    case columns ? 'ArrowRight' : 'ArrowDown':
      return ({ before }) => before + step
    case columns ? 'ArrowLeft' : 'ArrowUp':
      return ({ before }) => before - step
    case 'Home':
      return () => 0
    case 'End':
      return ({ both }) => both
    default:
      return undefined
  }
}
