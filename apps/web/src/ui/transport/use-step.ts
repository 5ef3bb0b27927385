/** One step on; at the end, while Hold is on, that is to let the next piece go. */

import { useRelease } from '../hold/use-hold.js'
import { useActions } from '../session-hooks.js'
import { usePosition } from './use-position.js'

/** undefined where there is no step to take. */
export function useStep(): (() => void) | undefined {
  const { isFollowing } = usePosition()
  const { step } = useActions()
  const release = useRelease()
  return isFollowing ? release : step
}
