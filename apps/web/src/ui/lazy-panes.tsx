/** Panes that are fetched while the page is drawn: before a session begins there is nothing to be shown in them. */

import { lazily } from './parts/lazily.js'

export const Ladder = lazily(async () => (await import('./ladder/Ladder.js')).Ladder)
export const PacketList = lazily(async () => (await import('./packets/PacketList.js')).PacketList)
export const Details = lazily(async () => (await import('./details/Details.js')).Details)
/** It brings arithmetic that a session can do without until its keys are looked at. */
export const Keys = lazily(async () => (await import('./keys/Keys.js')).Keys)
