import { SIMULATED } from '@v2scope/recording'
import { HeldWarning } from '../bridge/lazy-bridge.js'
import { useStartsHeld } from '../hold/start-held.js'
import { useApp } from '../session-hooks.js'
import type { Draft } from './draft.js'

/** Where Hold from the start does not go with the bridge. */
export function HeldNote({ draft }: { readonly draft: Draft | undefined }) {
  const firstByte = useApp(({ limits }) => limits?.times.firstByte ?? null)
  const isHeld = useStartsHeld()
  if (!isHeld || firstByte === null || !draft || draft.peer === SIMULATED) return null
  return <HeldWarning firstByte={firstByte} />
}
