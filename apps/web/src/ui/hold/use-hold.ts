/** Hold, of the session that is shown: whether it is on, and what can be done with it. */

import { useActions, useIsLive, useIsStepping, useWholeView } from '../session-hooks.js'

/** Whether what is shown goes on, and nothing of ours goes out by itself. */
export function useIsHolding(): boolean {
  const isLive = useIsLive()
  const isOn = useWholeView(({ status }) => status.hold?.isOn === true)
  return isLive && isOn
}

/** Switches Hold; undefined where there is nothing that could be held. */
export function useToggleHold(): (() => void) | undefined {
  const isLive = useIsLive()
  const isHolding = useIsHolding()
  const { hold } = useActions()
  return isLive ? () => hold(!isHolding) : undefined
}

/** Lets the next piece go; undefined where none is held, or the reader looks at what was before. */
export function useRelease(): (() => void) | undefined {
  const isHolding = useIsHolding()
  const isStepping = useIsStepping()
  const isThere = useWholeView(({ status }) => (status.hold?.count ?? 0) > 0)
  const { release } = useActions()
  return isHolding && isThere && !isStepping ? release : undefined
}
