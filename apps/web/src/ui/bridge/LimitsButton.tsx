import { Gauge } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BridgeLimits } from '../../session/bridge-limits.js'
import type { SessionStatus } from '../../session/status.js'
import type { BridgeWords } from '../../words/bridge.js'
import { useActions, useApp } from '../session-hooks.js'
import { LimitsPanel } from './LimitsPanel.js'
import { Popup } from './Popup.js'
import { TicketPart } from './TicketPart.js'

const isOver = ({ state }: SessionStatus): boolean => state === 'failed' || state === 'closed'

/** Whether the bridge wants a ticket, and what there is is none, or of no use any more. */
function isTicketWanted(limits: BridgeLimits | undefined, hasTicket: boolean): boolean {
  if (!limits?.needsTicket) return false
  const { ticket } = limits
  if (!hasTicket || !ticket) return !hasTicket
  return 'refused' in ticket || ticket.connections.left === 0 || ticket.bytes?.left === 0
}

/** Opens what the bridge allows, asked anew: how much is left changes. */
export function LimitsButton({ words }: { readonly words: BridgeWords }) {
  const [isOpen, setOpen] = useState(false)
  const { refreshLimits } = useActions()
  const session = useApp(({ current }) => current && `${current.id} ${isOver(current.status)}`)
  const needsTicket = useApp(({ limits }) => limits?.needsTicket === true)
  const isWanted = useApp(({ limits, hasTicket }) => isTicketWanted(limits, hasTicket))
  // a session that begins or ends uses something up
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change
  useEffect(() => {
    if (isOpen || needsTicket) void refreshLimits()
  }, [isOpen, needsTicket, session, refreshLimits])
  const label = isWanted ? words.ticket.button : words.limits.button
  return (
    <Popup
      icon={<Gauge size={15} aria-hidden />}
      label={label}
      title={label}
      isOpen={isOpen}
      isMarked={isWanted}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      testId="limits"
    >
      <LimitsPanel words={words.limits} />
      <TicketPart words={words} />
    </Popup>
  )
}
