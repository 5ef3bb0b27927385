import { useBridgeWords } from '../../words/bridge.js'
import { TicketField } from './TicketField.js'

/** Where a ticket is what was missing. @param onUsed after one has been taken */
export function FailureTicket({ onUsed }: { readonly onUsed: () => void }) {
  const TEXT = useBridgeWords()?.ticket
  return TEXT ? <TicketField words={TEXT} onUsed={onUsed} /> : null
}
