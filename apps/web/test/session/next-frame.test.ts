// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { oncePerFrame } from '../../src/session/next-frame.js'

let frames: (() => void)[] = []
const frame = () => {
  for (const draw of frames.splice(0)) draw()
}
/** Messages to ourselves are a task of their own. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
  vi.stubGlobal('cancelAnimationFrame', () => {})
})
afterEach(async () => {
  // what goes on by itself has come to its end
  while (frames.length > 0) frame()
  await turn()
  vi.unstubAllGlobals()
})

it('acts at once after a pause, and once a frame while more comes', async () => {
  const action = vi.fn()
  const more = oncePerFrame(action)
  more()
  await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(1))
  more()
  more()
  await turn()
  expect(action).toHaveBeenCalledTimes(1)
  frame()
  expect(action).toHaveBeenCalledTimes(2)
  more()
  frame()
  expect(action).toHaveBeenCalledTimes(3)
  frame()
  expect(action).toHaveBeenCalledTimes(3)
  more()
  await turn()
  expect(action).toHaveBeenCalledTimes(3)
  frame()
  expect(action).toHaveBeenCalledTimes(4)
  while (frames.length > 0) frame()
  more()
  await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(5))
})

it('goes on where no frame is drawn', async () => {
  const action = vi.fn()
  const more = oncePerFrame(action)
  more()
  await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(1))
  more()
  await vi.waitFor(() => expect(action).toHaveBeenCalledTimes(2))
})
