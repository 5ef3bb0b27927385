import { SIMULATED } from '@v2scope/recording'
import { networkNamed } from '../../session/address.js'
import { useActions } from '../session-hooks.js'

/** Starts a session with a simulated peer: it needs no bridge. */
export function useStartSimulated(): () => void {
  const { start } = useActions()
  return () =>
    start({
      peer: SIMULATED,
      ...networkNamed('regtest'),
      garbage: undefined,
      decoys: 0,
      role: 'initiator',
      transport: 'v2',
    })
}
