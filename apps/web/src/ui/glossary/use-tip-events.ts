/** A term is explained on hover, on focus and on a long press; Escape ends it. */

import { useEffect } from 'react'
import { isTerm } from './terms.js'
import { hideTip, useTip } from './tip-store.js'

const HOVER_MS = 350
const LONG_PRESS_MS = 500
/** For the pointer to get from the term to its explanation. */
const LEAVE_MS = 200
/** A finger that moves further, in px, scrolls. */
const SLACK = 10

export const TIP_ID = 'glossary-tip'

function termAt(target: EventTarget | null): HTMLElement | undefined {
  const element = target instanceof Element ? target.closest('[data-term]') : null
  return element instanceof HTMLElement ? element : undefined
}

function show(element: HTMLElement): void {
  const id = element.dataset.term ?? ''
  if (!isTerm(id) || !element.isConnected) return
  const { left, top, bottom } = element.getBoundingClientRect()
  useTip.setState({ shown: { id, at: { left, top, bottom } } })
}

class TipEvents {
  #timer: ReturnType<typeof setTimeout> | undefined
  /** That is explained, or is about to be. */
  #term: HTMLElement | undefined
  /** What the focus has brought stays while things move under a pointer that rests. */
  #isFocused = false
  #described: HTMLElement | undefined
  #pressed: { readonly x: number; readonly y: number } | undefined
  #swallowsClick = false

  readonly handlers = {
    pointerover: ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse') return
      if (target instanceof Element && target.closest(`#${TIP_ID}`)) this.#stopTimer()
      else {
        const term = termAt(target)
        if (term) this.#showIn(HOVER_MS, term)
        else if (useTip.getState().shown && !this.#isFocused) this.#in(LEAVE_MS, () => this.hide())
        else this.#stopTimer()
      }
    },
    focusin: ({ target }: FocusEvent) => {
      const term = termAt(target)
      if (term?.matches(':focus-visible')) this.#show(term, true)
      else this.hide()
    },
    focusout: () => this.hide(),
    // lists scroll by themselves while packets come in, and move no term but their own
    scroll: ({ target }: Event) => {
      if (target instanceof Node && this.#term && target.contains(this.#term)) this.hide()
    },
    keydown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !useTip.getState().shown) return
      event.preventDefault()
      event.stopPropagation()
      this.hide()
    },
    pointerdown: ({ target, pointerType, clientX: x, clientY: y }: PointerEvent) => {
      this.#swallowsClick = false
      if (pointerType === 'mouse') return
      this.hide()
      const term = termAt(target)
      if (!term) return
      this.#pressed = { x, y }
      this.#showIn(LONG_PRESS_MS, term, () => {
        this.#swallowsClick = true
      })
    },
    pointermove: ({ clientX, clientY }: PointerEvent) => {
      const from = this.#pressed
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > SLACK) this.#release()
    },
    pointerup: () => this.#release(),
    pointercancel: () => this.#release(),
    contextmenu: (event: MouseEvent) => {
      if (this.#swallowsClick && termAt(event.target)) event.preventDefault()
    },
    // a long press is no press
    click: (event: MouseEvent) => {
      if (!this.#swallowsClick) return
      this.#swallowsClick = false
      event.preventDefault()
      event.stopPropagation()
    },
  }

  hide(): void {
    this.#stopTimer()
    this.#described?.removeAttribute('aria-describedby')
    this.#described = undefined
    this.#term = undefined
    if (useTip.getState().shown) hideTip()
  }

  #show(term: HTMLElement, isFocused = false): void {
    this.hide()
    this.#term = term
    this.#isFocused = isFocused
    show(term)
    if (term.hasAttribute('aria-describedby')) return
    term.setAttribute('aria-describedby', TIP_ID)
    this.#described = term
  }

  #release(): void {
    if (this.#pressed) this.#stopTimer()
    this.#pressed = undefined
  }

  #showIn(ms: number, term: HTMLElement, before = () => {}): void {
    this.#term = term
    this.#in(ms, () => {
      before()
      this.#show(term)
    })
  }

  #in(ms: number, action: () => void): void {
    this.#stopTimer()
    this.#timer = setTimeout(action, ms)
  }

  #stopTimer(): void {
    clearTimeout(this.#timer)
  }
}

/** Listens for every element with `data-term`, wherever it is drawn. */
export function useTipEvents(): void {
  useEffect(() => {
    const events = new TipEvents()
    const listening = new AbortController()
    const options = { capture: true, signal: listening.signal }
    for (const [type, handler] of Object.entries(events.handlers)) {
      // each handler is listed under the type of the event that it takes
      document.addEventListener(type, handler as EventListener, options)
    }
    return () => {
      listening.abort()
      events.hide()
    }
  }, [])
}
