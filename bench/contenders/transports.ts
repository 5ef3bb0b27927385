/** Whole transports: ours, by either core. */

import { V2Transport } from '@v2scope/bip324'
import type { TransportContender } from '../parts/transport.js'
import { REFERENCE } from './names.js'

export const referenceTransport: TransportContender = {
  name: REFERENCE,
  load: async () => (options) => new V2Transport(options),
}
