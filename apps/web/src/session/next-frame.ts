/** Waits for the frames of the page. */

/** A tab that nobody looks at has no frames, but goes on. */
const WITHOUT_FRAMES_MS = 100

/** Does something once: before the next frame is drawn, or before long where none is. */
export function withNextFrame(action: () => void): void {
  const act = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    action()
  }
  const frame = requestAnimationFrame(act)
  const timer = setTimeout(act, WITHOUT_FRAMES_MS)
}
