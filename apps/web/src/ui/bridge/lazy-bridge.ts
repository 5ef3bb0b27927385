/** What there is only where there is a bridge: fetched once one has answered. */

import { lazily } from '../parts/lazily.js'

export const BridgeTools = lazily(async () => (await import('./BridgeTools.js')).BridgeTools)
export const HeldWarning = lazily(async () => (await import('./HeldWarning.js')).HeldWarning)
export const RelayLeft = lazily(async () => (await import('./RelayLeft.js')).RelayLeft)
