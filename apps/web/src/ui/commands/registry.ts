/** Who does what: a component says what it can do while it is there, and whoever wants it done calls it. */

import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { CommandId } from './command-table.js'

interface Registry {
  /** Of what can be done at present. */
  readonly actions: ReadonlyMap<CommandId, () => void>
  readonly open: 'palette' | 'help' | undefined
}

export const useRegistry = create<Registry>(() => ({ actions: new Map(), open: undefined }))

export const openPalette = (): void => useRegistry.setState({ open: 'palette' })
export const openHelp = (): void => useRegistry.setState({ open: 'help' })
export const closeCommands = (): void => useRegistry.setState({ open: undefined })

/** @returns whether it can be done at present */
export function runCommand(id: CommandId): boolean {
  const action = useRegistry.getState().actions.get(id)
  action?.()
  return action !== undefined
}

/** @param action undefined: it can't be done at present */
export function useCommand(id: CommandId, action: (() => void) | undefined): void {
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  const can = action !== undefined
  useEffect(() => {
    if (!can) return
    const run = () => latest.current?.()
    useRegistry.setState(({ actions }) => ({ actions: new Map(actions).set(id, run) }))
    return () =>
      useRegistry.setState(({ actions }) => {
        if (actions.get(id) !== run) return {}
        const left = new Map(actions)
        left.delete(id)
        return { actions: left }
      })
  }, [id, can])
}
