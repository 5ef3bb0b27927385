/** What the keyboard and the palette can do with the cursor. */

import { useCommand } from '../commands/registry.js'
import { useToggleHold } from '../hold/use-hold.js'
import { useActions, useApp } from '../session-hooks.js'
import { usePosition } from './use-position.js'
import { useStep } from './use-step.js'

export function useStepCommands(): void {
  const { taken, all, isFollowing } = usePosition()
  const isRunning = useApp(({ stepping }) => stepping.run === 'running')
  const { run, pause, back, toStart, toEnd } = useActions()
  useCommand('run', all === 0 ? undefined : isRunning ? pause : run)
  useCommand('step', useStep())
  useCommand('hold', useToggleHold())
  useCommand('back', taken === 0 ? undefined : back)
  useCommand('to_start', taken === 0 ? undefined : toStart)
  useCommand('to_end', isFollowing ? undefined : toEnd)
}
