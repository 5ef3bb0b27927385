import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import { useDismiss } from '../parts/use-dismiss.js'
import styles from './Popup.module.css'

const GAP_PX = 4
/** The one above and the one below, which `scrollHeight` leaves out. */
const BORDERS_PX = 2

interface Props {
  readonly icon: ReactNode
  /** What the button does, and what the panel is about. */
  readonly label: string
  readonly title: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly disabled?: boolean
  /** Whether something in it wants to be looked at. */
  readonly isMarked?: boolean
  readonly testId: string
  readonly children: ReactNode
}

/** A button of the setup, and a panel above everything that it opens and closes. */
export function Popup(props: Props) {
  const { label, isOpen, onOpen, onClose, testId } = props
  const root = useRef<HTMLSpanElement>(null)
  const panel = useId()
  useDismiss(root, isOpen, onClose)
  return (
    <span ref={root} className={styles.root}>
      <Button
        icon
        className={join(styles.button, props.isMarked && styles.marked)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        title={props.title}
        disabled={props.disabled}
        onClick={isOpen ? onClose : onOpen}
        data-testid={testId}
      >
        {props.icon}
        <span className={styles.label}>{label}</span>
      </Button>
      {isOpen && (
        <Panel id={panel} label={label} testId={`${testId}-panel`}>
          {props.children}
        </Panel>
      )}
    </span>
  )
}

interface PanelProps {
  readonly id: string
  readonly label: string
  readonly testId: string
  readonly children: ReactNode
}

function Panel({ id, label, testId, children }: PanelProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = element
    const button = current?.previousElementSibling
    if (!current || !button) return
    current.showPopover?.()
    addEventListener('keydown', keepAround, { capture: true })
    const place = () => placeBy(button, current)
    place()
    const observer = new ResizeObserver(place)
    observer.observe(current)
    addEventListener('resize', place)
    return () => {
      observer.disconnect()
      removeEventListener('keydown', keepAround, { capture: true })
      removeEventListener('resize', place)
    }
  }, [])
  return (
    <section
      ref={element}
      id={id}
      aria-label={label}
      popover="manual"
      className={styles.panel}
      data-testid={testId}
    >
      {children}
    </section>
  )
}

/** Escape closes the panel, and not the dialog that it may stand in. */
function keepAround(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault()
}

/** Below the button, or above where there is more room; over neither the button nor an edge. */
function placeBy(button: Element, { style, scrollHeight, offsetWidth }: HTMLElement): void {
  const { top, bottom, left } = button.getBoundingClientRect()
  const below = innerHeight - bottom - 2 * GAP_PX
  const above = top - 2 * GAP_PX
  const isBelow = below >= scrollHeight + BORDERS_PX || below >= above
  style.maxHeight = `${isBelow ? below : above}px`
  style.top = isBelow ? `${bottom + GAP_PX}px` : 'auto'
  style.bottom = isBelow ? 'auto' : `${innerHeight - top + GAP_PX}px`
  style.left = `${Math.max(Math.min(left, innerWidth - offsetWidth - GAP_PX), GAP_PX)}px`
}
