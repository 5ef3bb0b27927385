import type { KeyboardEvent } from 'react'
import type { LabWords } from '../../words/lab.js'
import styles from './LabTabs.module.css'
import { LAB_TABS, showLabTab, useLabRoute } from './lab-route.js'

/** What the Lab can do: one of three at a time. */
export function LabTabs({ TEXT }: { readonly TEXT: LabWords }) {
  const chosen = useLabRoute((state) => state.tab)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = LAB_TABS[(LAB_TABS.indexOf(chosen) + by + LAB_TABS.length) % LAB_TABS.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    showLabTab(next)
    document.getElementById(`lab-tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={TEXT.tabList} className={styles.tabs} onKeyDown={onKeyDown}>
      {LAB_TABS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`lab-tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? `lab-panel-${name}` : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => showLabTab(name)}
        >
          {TEXT.tabs[name]}
        </button>
      ))}
    </div>
  )
}
