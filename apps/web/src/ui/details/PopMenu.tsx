import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './CopyMenu.module.css'

const GAP_PX = 4

interface Props {
  readonly id: string
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Above everything, as the pane that its button is in is small. */
export function PopMenu({ id, label, onClose, children }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = menu.current
    const button = element?.previousElementSibling
    if (!element || !button) return
    element.showPopover?.()
    const { bottom, top, right } = button.getBoundingClientRect()
    const below = innerHeight - bottom > element.offsetHeight + GAP_PX
    element.style.top = `${below ? bottom + GAP_PX : Math.max(top - element.offsetHeight - GAP_PX, 0)}px`
    element.style.left = `${Math.max(right - element.offsetWidth, GAP_PX)}px`
    element.querySelector('button')?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')]
    const at = items.findIndex((item) => item.matches(':focus'))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') onClose()
    if (to === undefined) return
    event.preventDefault()
    items.at(to % items.length)?.focus()
  }
  return (
    <div
      ref={menu}
      id={id}
      role="menu"
      aria-label={label}
      popover="manual"
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  )
}
