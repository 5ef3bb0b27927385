import type { ReactNode, UIEvent } from 'react'

interface Props {
  readonly label: string
  readonly className: string | undefined
  readonly onScroll?: (event: UIEvent<HTMLElement>) => void
  readonly children: ReactNode
}

/** What scrolls is reached by keyboard, and says what it is. */
export function Scroller({ label, className, onScroll, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
      tabIndex={0}
      className={className}
      onScroll={onScroll}
      data-scrolls
    >
      {children}
    </div>
  )
}
