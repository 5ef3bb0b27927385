/** Whether the next session starts held. */

import { create } from 'zustand'
import { useApp } from '../session-hooks.js'

/** undefined: as the present session is. */
const useWish = create<{ readonly wish: boolean | undefined }>(() => ({ wish: undefined }))

/** Of the next session, as the reader has chosen it or as the present one is. */
export function useStartsHeld(): boolean {
  const wish = useWish((state) => state.wish)
  const isHeld = useApp(({ current }) => current?.status.hold?.isOn === true)
  return wish ?? isHeld
}

export const wishStartHeld = (wish: boolean): void => useWish.setState({ wish })

/** The next session has started: the one after it is as that one is. */
export const forgetStartHeld = (): void => useWish.setState({ wish: undefined })
