/** Panes that are fetched while the page is drawn: before a session begins there is nothing to be shown in them. */

import { type ComponentType, lazy, Suspense } from 'react'

function lazily(load: () => Promise<ComponentType>): ComponentType {
  const Loaded = lazy(async () => ({ default: await load() }))
  return () => (
    <Suspense>
      <Loaded />
    </Suspense>
  )
}

export const Ladder = lazily(async () => (await import('./ladder/Ladder.js')).Ladder)
export const PacketList = lazily(async () => (await import('./packets/PacketList.js')).PacketList)
export const Details = lazily(async () => (await import('./details/Details.js')).Details)
/** It brings arithmetic that a session can do without until its keys are looked at. */
export const Keys = lazily(async () => (await import('./keys/Keys.js')).Keys)
