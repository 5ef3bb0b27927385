import { useLayoutEffect, useRef } from 'react'
import { TERM_PLACES, type TermId, useGlossary } from '../../words/glossary.js'
import { useWords } from '../../words/words.js'
import styles from './Tip.module.css'
import { type Anchor, useTip } from './tip-store.js'
import { TIP_ID, useTipEvents } from './use-tip-events.js'

/** Between a term and its explanation, and between that and the window's edge, in px. */
const GAP = 6

/** The explanation of a term: one for the whole page, above everything else. */
export function Tip() {
  const shown = useTip((state) => state.shown)
  const { glossary } = useWords().palette
  useTipEvents()
  return (
    shown && (
      <section aria-label={glossary}>
        <Explanation {...shown} />
      </section>
    )
  )
}

/** The glossary is fetched when the first term is asked about. */
function Explanation({ id, at }: { readonly id: TermId; readonly at: Anchor }) {
  const words = useGlossary()?.[id]
  const tip = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other words it has another size
  useLayoutEffect(() => {
    const element = tip.current
    if (!element) return
    element.showPopover?.()
    place(element, at)
  }, [at, words])
  if (!words) return null
  const { rule } = TERM_PLACES[id]
  return (
    <div
      ref={tip}
      id={TIP_ID}
      role="tooltip"
      popover="manual"
      className={styles.tip}
      data-testid="tip"
    >
      <b>{words.term}</b>
      {rule !== undefined && <small translate="no">{rule}</small>}
      <p>{words.definition}</p>
    </div>
  )
}

/** Below the term, above it where there is no room; never beyond an edge. */
function place(element: HTMLElement, { left, top, bottom }: Anchor): void {
  const { width, height } = element.getBoundingClientRect()
  const x = Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))
  const below = bottom + GAP
  const y = below + height > window.innerHeight ? Math.max(GAP, top - height - GAP) : below
  element.style.left = `${x}px`
  element.style.top = `${y}px`
}
