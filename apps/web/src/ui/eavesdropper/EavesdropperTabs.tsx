import type { Eavesdropping } from '@v2scope/eavesdropper'
import type { KeyboardEvent } from 'react'
import type { EavesdropperWords } from '../../words/eavesdropper.js'
import { percent } from '../parts/format.js'
import { useApp } from '../session-hooks.js'
import styles from './EavesdropperTabs.module.css'
import {
  EAVESDROPPER_TABS,
  type EavesdropperTab,
  showTab,
  useEavesdropperRoute,
} from './eavesdropper-route.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping | undefined
}

/** What there is to look at, and with each what it comes to. */
export function EavesdropperTabs({ TEXT, now }: Props) {
  const chosen = useEavesdropperRoute((state) => state.tab)
  const findings = useFindings(TEXT, now)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = tabAt(event.key, chosen)
    if (next === undefined) return
    event.preventDefault()
    showTab(next)
    document.getElementById(`eavesdropper-tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={TEXT.tabList} className={styles.tabs} onKeyDown={onKeyDown}>
      {EAVESDROPPER_TABS.map((name, i) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`eavesdropper-tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? `eavesdropper-panel-${name}` : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => showTab(name)}
        >
          <span className={styles.name}>
            <b translate="no">{i + 1}</b> {TEXT.tabs[name]}
          </span>
          <span className={styles.finding}>{findings[name] ?? TEXT.findings.none[name]}</span>
        </button>
      ))}
    </div>
  )
}

function tabAt(key: string, from: EavesdropperTab): EavesdropperTab | undefined {
  const at = EAVESDROPPER_TABS.indexOf(from)
  const count = EAVESDROPPER_TABS.length
  switch (key) {
    case 'ArrowRight':
      return EAVESDROPPER_TABS[(at + 1) % count]
    case 'ArrowLeft':
      return EAVESDROPPER_TABS[(at + count - 1) % count]
    case 'Home':
      return EAVESDROPPER_TABS[0]
    case 'End':
      return EAVESDROPPER_TABS[count - 1]
    default:
      return undefined
  }
}

type Findings = Readonly<Partial<Record<EavesdropperTab, string>>>

function useFindings({ findings }: EavesdropperWords, now: Eavesdropping | undefined): Findings {
  const traffic = useApp(({ studies }) => studies.traffic?.result)
  return {
    ...(now && findingsOf(findings, now)),
    ...(traffic && {
      traffic: findings.traffic(
        percent(traffic.plain.accuracy, 1),
        percent(traffic.corpus.chance, 1),
      ),
    }),
  }
}

/** Of the session; what is not known yet is not said. */
function findingsOf(words: EavesdropperWords['findings'], now: Eavesdropping): Findings {
  const { wire, v1 } = now.statistics
  if (!wire) return {}
  const bits = wire.entropy.bits.toFixed(2)
  const entropy = { statistics: words.entropy(bits) }
  switch (now.transport) {
    case 'detecting':
      return entropy
    case 'v1':
      return { ...entropy, stream: words.inTheClear(wire.telling.magics, wire.telling.commands) }
    case 'v2': {
      const statistics = words.statistics(bits, v1?.entropy.bits.toFixed(2))
      if (!v1) return { statistics }
      const ofV2 = wire.telling.magics + wire.telling.commands
      return { statistics, stream: words.stream(v1.telling.magics, v1.telling.commands, ofV2) }
    }
  }
}
