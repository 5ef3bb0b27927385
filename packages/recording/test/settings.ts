import { Networks } from '@v2scope/bip324'
import { type SessionSettings, SIMULATED } from '../src/index.js'

/** A simulated session with this seed. */
export const simulatedSettings = (
  seed: string,
  settings: Partial<SessionSettings> = {},
): SessionSettings => ({
  peer: SIMULATED,
  seed,
  network: 'regtest',
  magic: Networks.regtest.magic,
  garbage: undefined,
  decoys: 0,
  role: 'initiator',
  transport: 'v2',
  ...settings,
})
