/**
 * A list may be taller than a browser can scroll: then its spacer is of a height that every browser
 * takes, and this says which part of the list a place of the scrollbar stands for.
 *
 *   offset     px from the top of the list to what is in sight
 *   scrollTop  px that the browser has scrolled
 *
 * Both ends are one to one, so that a wheel reaches the first and the last row; between them a px of
 * the scrollbar stands for more than one of the list.
 */

/** Firefox stops at 17.9 million px, Chromium at 33.5 million. */
export const MAX_SPACER = 8_000_000
/** How much of each end is one to one, in px. */
const END = 100_000

export interface Extent {
  /** Height of all rows, in px. */
  readonly content: number
  /** Height of what is in sight, in px. */
  readonly view: number
}

export const spacerOf = (content: number): number => Math.min(content, MAX_SPACER)

export const isScaled = ({ content }: Extent): boolean => content > MAX_SPACER

export const maxOffset = ({ content, view }: Extent): number => Math.max(content - view, 0)

export const maxScrollTop = ({ content, view }: Extent): number =>
  Math.max(spacerOf(content) - view, 0)

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** Px of the list for a px of the scrollbar, between the ends. */
const scaleOf = (extent: Extent): number =>
  (maxOffset(extent) - 2 * END) / (maxScrollTop(extent) - 2 * END)

export function offsetAt(scrollTop: number, extent: Extent): number {
  const most = maxScrollTop(extent)
  const at = clamp(scrollTop, most)
  if (!isScaled(extent) || at <= END) return at
  if (at >= most - END) return maxOffset(extent) - (most - at)
  return END + (at - END) * scaleOf(extent)
}

/** Whole px, so that what is drawn is sharp. */
export function scrollTopAt(offset: number, extent: Extent): number {
  const most = maxOffset(extent)
  const at = clamp(offset, most)
  if (!isScaled(extent) || at <= END) return at
  if (at >= most - END) return maxScrollTop(extent) - (most - at)
  return Math.round(END + (at - END) / scaleOf(extent))
}
