import { X } from 'lucide-react'
import { memo, useId, useMemo, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useView } from '../session-hooks.js'
import { useUi, writeFilter } from '../ui-store.js'
import { useViewInTurn } from '../use-in-turn.js'
import { TimeHandle } from './TimeHandle.js'
import styles from './TimeStrip.module.css'
import { plotOf, secondsText, type TimeRange, ticksOf } from './time-axis.js'
import { type Measure, TimeBins } from './time-bins.js'
import { packetsIn, rangeIn, withRange } from './time-range.js'
import { useSize } from './use-size.js'
import { useTimeDrag } from './use-time-drag.js'

/** Between two times on the axis, in px at least. */
const TICK_ROOM = 76
/** For a time that is written behind its mark, in px. */
const TEXT_ROOM = 56

/** What crossed the wire when: yours upwards, the peer's downwards. Dragging over it filters by time. */
export const TimeStrip = memo(function TimeStrip() {
  const bins = useBins()
  return bins.end === 0 ? null : <Strip bins={bins} />
})

function Strip({ bins }: { readonly bins: BinsNow }) {
  const words = useWords().packets.strip
  const [measure, setMeasure] = useState<Measure>('packets')
  const plot = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(plot)
  const { range, write } = useRange(bins.width)
  const drag = useTimeDrag(plot, { end: bins.end, binWidth: bins.width, range, write })
  const paths = useMemo(
    () => plotOf(bins.of, measure, { width, height }),
    [bins, measure, width, height],
  )
  const shown = drag.range ?? range
  const percent = (time: number) => Math.min(Math.max((time / bins.end) * 100, 0), 100)
  const handles = shown ?? { min: 0, max: bins.end }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div role="group" aria-label={words.label} className={styles.strip} data-testid="time-strip">
      <div className={styles.axis}>
        <div ref={plot} className={styles.plot} title={words.help} {...drag.handlers}>
          <Bars paths={paths} label={words.bars(words.measures[measure])} />
          {shown && (
            <i
              className={styles.range}
              style={{
                insetInlineStart: `${percent(shown.min)}%`,
                insetInlineEnd: `${100 - percent(shown.max)}%`,
              }}
            />
          )}
          {(['min', 'max'] as const).map((side) => (
            <TimeHandle
              key={side}
              side={side}
              range={handles}
              end={bins.end}
              binWidth={bins.width}
              isSet={shown !== undefined}
              onMove={(next) => write(next)}
            />
          ))}
          {shown && <RangeLabel range={shown} bins={bins} onClear={() => write(undefined)} />}
        </div>
        <div className={styles.ticks} aria-hidden translate="no">
          {ticksOf(bins.end, Math.floor(width / TICK_ROOM)).map(({ time, text }) => (
            <span key={time} style={{ insetInlineStart: `${percent(time)}%` }}>
              {(1 - time / bins.end) * width >= TEXT_ROOM && `${text} s`}
            </span>
          ))}
        </div>
      </div>
      <Button
        look="ghost"
        className={styles.measure}
        title={words.other(words.measures[OTHER[measure]])}
        onClick={() => setMeasure(OTHER[measure])}
        data-testid="strip-measure"
      >
        {words.measures[measure]}
      </Button>
    </div>
  )
}

const OTHER = { packets: 'bytes', bytes: 'packets' } as const

interface BinsNow {
  readonly of: TimeBins
  /** In ms. */
  readonly end: number
  readonly width: number
}

/** @returns a new object where there is something new to be drawn, over the same memory */
function useBins(): BinsNow {
  const session = useView((view) => view.id)
  const items = useViewInTurn('sums', (view) => view.items)
  const kept = useRef<{ session: number; bins: TimeBins } | undefined>(undefined)
  return useMemo(() => {
    if (kept.current?.session !== session) kept.current = { session, bins: new TimeBins() }
    const { bins } = kept.current
    bins.lookAt(items)
    return { of: bins, end: bins.end, width: bins.width }
  }, [session, items])
}

/** The range of time that the filter is held to, and the way to change it. */
function useRange(binWidth: number) {
  const applied = useUi((state) => state.filter.applied)
  const range = useMemo(() => rangeIn(applied.condition), [applied])
  const write = (next: TimeRange | undefined): void => {
    const { text, problem, applied: last } = useUi.getState().filter
    writeFilter(withRange(problem === undefined ? text : last.text, next, binWidth))
  }
  return { range, write }
}

interface BarsProps {
  readonly paths: ReturnType<typeof plotOf>
  readonly label: string
}

function Bars({ paths, label }: BarsProps) {
  const hatch = useId()
  return (
    <svg className={styles.bars} role="img" aria-label={label}>
      <defs>
        <pattern
          id={hatch}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2" height="4" className={styles.hatch} />
        </pattern>
      </defs>
      <path d={paths.sent} className={styles.sent} />
      <path d={paths.sentDecoys} className={styles.decoys} fill={`url(#${hatch})`} />
      <path d={paths.received} className={styles.received} />
      <path d={paths.receivedDecoys} className={styles.decoys} fill={`url(#${hatch})`} />
    </svg>
  )
}

interface LabelProps {
  readonly range: TimeRange
  readonly bins: BinsNow
  readonly onClear: () => void
}

function RangeLabel({ range, bins, onClear }: LabelProps) {
  const words = useWords().packets.strip
  const items = useViewInTurn('sums', (view) => view.items)
  const count = useMemo(() => packetsIn(items, range), [items, range])
  const isEarly = (range.min + Math.min(range.max, bins.end)) / 2 < bins.end / 2
  const [from, to] = [range.min, Math.min(range.max, bins.end)].map((time) =>
    secondsText(time, bins.width),
  )
  return (
    <span
      className={isEarly ? styles.labelAtEnd : styles.labelAtStart}
      role="status"
      data-testid="time-range"
      // what is pressed here is not the beginning of a range
      onPointerDown={(event) => event.stopPropagation()}
    >
      {words.range(from ?? '', to ?? '', count)}
      <button type="button" className={styles.clear} aria-label={words.clear} onClick={onClear}>
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
