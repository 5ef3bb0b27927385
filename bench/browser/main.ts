/** The bench in a page: Node asks, the page measures. */

import { KEY_CONTENDERS, PACKET_CONTENDERS, TRANSPORT_CONTENDERS } from '../contenders/all.js'
import type { Pace } from '../measure/rounds.js'
import type { Findings } from '../measure/rows.js'
import { measureCrypto } from '../parts/crypto.js'
import { measureGrowth } from '../parts/growth.js'
import { measurePackets } from '../parts/packets.js'

export interface InPage {
  crypto(pace: Pace): Promise<Findings>
  packets(pace: Pace, mostPackets: number): Promise<Findings>
}

declare global {
  var v2scopeBench: InPage
}

globalThis.v2scopeBench = {
  crypto: async (pace) => ({
    rows: await measureCrypto(KEY_CONTENDERS, 'chromium', pace),
    growth: [],
  }),
  packets: async (pace, mostPackets) => ({
    rows: await measurePackets(PACKET_CONTENDERS, 'chromium', pace),
    growth: await measureGrowth(TRANSPORT_CONTENDERS, 'chromium', pace, mostPackets),
  }),
}
