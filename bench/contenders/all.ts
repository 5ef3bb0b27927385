/** Who is measured, in either engine; each engine has its own native one besides. */

import type { TransportContender } from '../parts/transport.js'
import { baselineKeys } from './baseline-keys.js'
import { baselinePackets } from './baseline-packets.js'
import type { KeyContender, PacketContender } from './contender.js'
import { fastKeys, fastPackets, fastPacketsInto, fastTransport } from './fast.js'
import { libsodium } from './libsodium.js'
import { referenceKeys, referencePackets } from './reference.js'
import { stablelib } from './stablelib.js'
import { referenceTransport } from './transports.js'
import { webCrypto } from './web-crypto.js'

export const KEY_CONTENDERS: readonly KeyContender[] = [baselineKeys, referenceKeys, fastKeys]

export const PACKET_CONTENDERS: readonly PacketContender[] = [
  baselinePackets,
  referencePackets,
  fastPackets,
  fastPacketsInto,
  libsodium,
  stablelib,
  webCrypto,
]

export const TRANSPORT_CONTENDERS: readonly TransportContender[] = [
  referenceTransport,
  fastTransport,
]
