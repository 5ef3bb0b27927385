/** Goes with the frames of the page. */

import { soon } from './browser-environment.js'

/** A tab that nobody looks at has no frames, but goes on. */
const WITHOUT_FRAMES_MS = 100
/** So many frames for which there is nothing to do are a pause: what comes a little early or late makes none. */
const PAUSE = 6

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

/** @returns to be called for more of it: done at once after a pause, else with the next frame, for all calls together */
export function oncePerFrame(action: () => void): () => void {
  let isBusy = false
  let isWanted = false
  let idleFrames = 0
  const act = () => {
    isWanted = false
    idleFrames = 0
    action()
    withNextFrame(atFrame)
  }
  const atFrame = () => {
    idleFrames += 1
    if (isWanted) act()
    else if (idleFrames < PAUSE) withNextFrame(atFrame)
    else isBusy = false
  }
  return () => {
    isWanted = true
    if (isBusy) return
    isBusy = true
    soon(act)
  }
}
