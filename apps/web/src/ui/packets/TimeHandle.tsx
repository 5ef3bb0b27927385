// biome-ignore-all lint/a11y/useSemanticElements: two ends of one range are no input of one value
import type { KeyboardEvent } from 'react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import styles from './TimeStrip.module.css'
import { secondsText, type TimeRange } from './time-axis.js'

interface Props {
  readonly side: 'min' | 'max'
  readonly range: TimeRange
  /** Of the axis, in ms. */
  readonly end: number
  readonly binWidth: number
  /** Whether the filter has a range; else the ends are those of the axis. */
  readonly isSet: boolean
  /** @param range undefined where it is all of the axis */
  readonly onMove: (range: TimeRange | undefined) => void
}

const FAR = 10

/** One end of the range of time, for the keyboard: the pointer draws the range as a whole. */
export function TimeHandle({ side, range, end, binWidth, isSet, onMove }: Props) {
  const words = useWords().packets.strip
  const value = Math.min(range[side], end)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? FAR * binWidth : binWidth
    const wanted = moved(event.key, value, by, end)
    if (wanted === undefined && event.key !== 'Escape') return
    event.preventDefault()
    if (wanted === undefined) onMove(undefined)
    else onMove(withSide(range, side, wanted, end))
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={words.ends[side]}
      aria-valuemin={0}
      aria-valuemax={Number(secondsText(end, binWidth))}
      aria-valuenow={Number(secondsText(value, binWidth))}
      aria-valuetext={words.at(secondsText(value, binWidth))}
      className={join(styles.handle, isSet && styles.set)}
      style={{ insetInlineStart: `${(value / end) * 100}%` }}
      onKeyDown={onKeyDown}
      data-testid={`time-${side}`}
    />
  )
}

function moved(key: string, value: number, by: number, end: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(value - by, 0)
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(value + by, end)
    case 'Home':
      return 0
    case 'End':
      return end
    default:
      return undefined
  }
}

function withSide(
  range: TimeRange,
  side: 'min' | 'max',
  value: number,
  end: number,
): TimeRange | undefined {
  const next =
    side === 'min'
      ? { min: Math.min(value, range.max), max: range.max }
      : { min: range.min, max: Math.max(value, range.min) }
  return next.min <= 0 && next.max >= end ? undefined : next
}
