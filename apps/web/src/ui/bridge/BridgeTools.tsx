import { INBOUND, SIMULATED } from '@v2scope/recording'
import { useBridgeWords } from '../../words/bridge.js'
import { useApp } from '../session-hooks.js'
import type { Draft, Wrong } from '../setup/draft.js'
import styles from './BridgeTools.module.css'
import { LimitsButton } from './LimitsButton.js'
import { ProbeButton } from './ProbeButton.js'

export interface BridgeToolsProps {
  readonly draft: Draft
  readonly wrong: readonly Wrong[]
}

/** Beside the peer: what answers there, and what the bridge to it allows. */
export function BridgeTools({ draft, wrong }: BridgeToolsProps) {
  const words = useBridgeWords()
  const tells = useApp(({ limits, hasTicket }) => limits !== undefined || hasTicket)
  if (!words) return null
  const isDialled = draft.peer !== SIMULATED && draft.peer !== INBOUND
  return (
    <span className={styles.tools}>
      {isDialled && <ProbeButton words={words.probe} draft={draft} wrong={wrong} />}
      {tells && <LimitsButton words={words} />}
    </span>
  )
}
