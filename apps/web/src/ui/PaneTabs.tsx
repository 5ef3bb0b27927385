import type { KeyboardEvent, ReactNode } from 'react'
import { useWords } from '../words/words.js'
import styles from './PaneTabs.module.css'
import { count } from './parts/format.js'
import { join } from './parts/join.js'
import panes from './parts/Pane.module.css'
import { useView } from './session-hooks.js'
import { type PaneName, showPane, useUi } from './ui-store.js'

const PANES: readonly PaneName[] = ['wire', 'packets', 'details', 'keys']

/** Where there is room for one pane. */
export function PaneTabs() {
  const TEXT = useWords().screens
  const pane = useUi((state) => state.pane)
  const packets = useView(({ status: { stats } }) =>
    stats ? stats.sent.packets + stats.received.packets : 0,
  )
  return (
    <Tabs
      label={TEXT.tabList}
      className={styles.across}
      names={PANES}
      chosen={pane}
      extra={{ packets: packets > 0 ? count(packets) : '' }}
    />
  )
}

interface SideProps {
  readonly side: 'details' | 'keys'
  readonly children: ReactNode
}

/** Details and keys in one pane. */
export function SideTabs({ side, children }: SideProps) {
  const TEXT = useWords().screens
  return (
    <section className={panes.pane} aria-label={TEXT.side}>
      <div className={panes.head}>
        <Tabs label={TEXT.side} className={styles.side} names={['details', 'keys']} chosen={side} />
      </div>
      <div
        role="tabpanel"
        id={`panel-${side}`}
        aria-labelledby={`tab-${side}`}
        className={styles.panel}
      >
        {children}
      </div>
    </section>
  )
}

interface TabsProps {
  readonly label: string
  readonly className: string | undefined
  readonly names: readonly PaneName[]
  readonly chosen: PaneName
  readonly extra?: Partial<Record<PaneName, string>>
}

function Tabs({ label, className, names, chosen, extra = {} }: TabsProps) {
  const TEXT = useWords().screens.tabs
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = names[(names.indexOf(chosen) + by + names.length) % names.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    showPane(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label={label}
      className={join(styles.tabs, className)}
      onKeyDown={onKeyDown}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? `panel-${name}` : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => showPane(name)}
        >
          {TEXT[name]}
          {extra[name] && <small>{extra[name]}</small>}
        </button>
      ))}
    </div>
  )
}
