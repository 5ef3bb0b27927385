import { Gauge } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BridgeWords } from '../../words/bridge.js'
import { useActions, useApp } from '../session-hooks.js'
import { LimitsPanel } from './LimitsPanel.js'
import { Popup } from './Popup.js'
import { TicketPart } from './TicketPart.js'

/** Opens what the bridge allows, asked anew: how much is left changes. */
export function LimitsButton({ words }: { readonly words: BridgeWords }) {
  const [isOpen, setOpen] = useState(false)
  const { refreshLimits } = useActions()
  const session = useApp(({ current }) => `${current?.id} ${current?.status.state}`)
  const isWanted = useApp(({ limits, hasTicket }) => limits?.needsTicket === true && !hasTicket)
  // a session that begins or ends uses something up
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change
  useEffect(() => {
    if (isOpen) void refreshLimits()
  }, [isOpen, session, refreshLimits])
  return (
    <Popup
      icon={<Gauge size={15} aria-hidden />}
      label={isWanted ? words.ticket.button : words.limits.button}
      title={isWanted ? words.ticket.wanted : words.limits.button}
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
