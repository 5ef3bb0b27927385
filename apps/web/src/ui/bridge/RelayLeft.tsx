import { useBridgeWords } from '../../words/bridge.js'
import { useRelayLeft } from './use-relay-left.js'

/** Among the counters: what the bridge leaves to this connection, when it runs short. */
export function RelayLeft() {
  const TEXT = useBridgeWords()?.live
  const { bytes, lifetime } = useRelayLeft()
  if (!TEXT || (bytes === undefined && lifetime === undefined)) return null
  return (
    <span role="timer" title={TEXT.why} data-testid="relay-left">
      {bytes !== undefined && TEXT.bytes(bytes)}
      {bytes !== undefined && lifetime !== undefined && ' · '}
      {lifetime !== undefined && TEXT.lifetime(lifetime)}
    </span>
  )
}
