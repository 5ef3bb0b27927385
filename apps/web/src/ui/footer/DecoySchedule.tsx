import { LEAST_DECOY_INTERVAL_MS, MOST_SCHEDULED_DECOY } from '@v2scope/recording'
import { ChevronUp, CircleStop } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useDismiss } from '../parts/use-dismiss.js'
import { useActions, useView } from '../session-hooks.js'
import styles from './DecoySchedule.module.css'
import { SizeField } from './SizeField.js'

const FIRST = { everyMs: 1000, size: 256 }
const MOST_MS = 600_000

interface Props {
  readonly disabled: boolean
  readonly narrow: boolean
  /** On a phone: the size of the decoy that is sent at once. */
  readonly once?: ReactNode
}

export function DecoySchedule({ disabled, narrow, once }: Props) {
  const TEXT = useWords().footer.schedule
  const schedule = useView(({ status }) => status.decoySchedule)
  const { scheduleDecoys } = useActions()
  const [open, setOpen] = useState(false)
  const [everyMs, setEvery] = useState<number | undefined>(FIRST.everyMs)
  const [size, setSize] = useState<number | undefined>(FIRST.size)
  const panel = useId()
  const root = useRef<HTMLSpanElement>(null)
  useDismiss(root, open, () => setOpen(false))
  const running = schedule !== undefined
  const stop = () => {
    scheduleDecoys(undefined)
    setOpen(false)
  }
  const label = running
    ? (narrow ? TEXT.onShort : TEXT.on)(schedule.everyMs)
    : narrow
      ? TEXT.offShort
      : TEXT.off
  return (
    <span ref={root} className={styles.root}>
      <Button
        disabled={disabled}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        className={running && !disabled ? styles.running : undefined}
        onClick={() => setOpen(!open)}
        data-testid="decoy-schedule"
      >
        {label}
        <ChevronUp size={13} aria-hidden />
      </Button>
      {open && !disabled && (
        <form
          id={panel}
          className={styles.panel}
          aria-label={TEXT.title}
          onSubmit={(event) => {
            event.preventDefault()
            if (everyMs === undefined || size === undefined) return
            scheduleDecoys({ everyMs, size })
            setOpen(false)
          }}
        >
          {once !== undefined && (
            <>
              <strong>{TEXT.once}</strong>
              <span className={styles.fields}>
                <span>{TEXT.size}</span>
                {once}
              </span>
            </>
          )}
          <strong>{TEXT.title}</strong>
          <p>{TEXT.why}</p>
          <span className={styles.fields}>
            <span>{TEXT.every}</span>
            <SizeField
              label={TEXT.everyLong}
              value={everyMs}
              least={LEAST_DECOY_INTERVAL_MS}
              most={MOST_MS}
              unit="ms"
              onChange={setEvery}
            />
            <span>{TEXT.size}</span>
            <SizeField
              label={TEXT.sizeLong}
              value={size}
              most={MOST_SCHEDULED_DECOY}
              unit="B"
              onChange={setSize}
            />
          </span>
          <span className={styles.buttons}>
            {running && (
              <Button onClick={stop} data-testid="decoys-stop">
                <CircleStop size={14} aria-hidden />
                {TEXT.stop}
              </Button>
            )}
            <Button
              type="submit"
              look="primary"
              disabled={everyMs === undefined || size === undefined}
              data-testid="decoys-start"
            >
              {running ? TEXT.change : TEXT.start}
            </Button>
          </span>
        </form>
      )}
    </span>
  )
}
