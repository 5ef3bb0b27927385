import { Radar } from 'lucide-react'
import { useState } from 'react'
import type { BridgeWords } from '../../words/bridge.js'
import { toHexText } from '../parts/format.js'
import { useActions, useApp } from '../session-hooks.js'
import { type Draft, magicOf, peerOf, type Wrong } from '../setup/draft.js'
import { Popup } from './Popup.js'
import { ProbeSays } from './ProbeSays.js'

interface Props {
  readonly words: BridgeWords['probe']
  readonly draft: Draft
  readonly wrong: readonly Wrong[]
}

/** Asks what answers at the peer's address, before there is a session with it. */
export function ProbeButton({ words, draft, wrong }: Props) {
  const { probe: ask, endProbe } = useActions()
  const probe = useApp((state) => state.probe)
  const [isOpen, setOpen] = useState(false)
  const peer = peerOf(draft)
  const magic = magicOf(draft)
  // of another peer, or network, it says nothing
  const isOfThis = probe?.peer === peer && toHexText(probe.magic) === toHexText(magic)
  return (
    <Popup
      icon={<Radar size={15} aria-hidden />}
      label={words.button}
      title={`${words.button} ${words.why}`}
      isOpen={isOpen && isOfThis}
      disabled={wrong.includes('node') || wrong.includes('magic')}
      onOpen={() => {
        setOpen(true)
        ask(peer, magic)
      }}
      onClose={() => {
        setOpen(false)
        endProbe()
      }}
      testId="probe"
    >
      <ProbeSays
        words={words}
        peer={peer}
        result={probe?.result}
        onAgain={() => ask(peer, magic)}
      />
    </Popup>
  )
}
