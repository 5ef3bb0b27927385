import { useEffect } from 'react'
import { useLabWords } from '../../words/lab.js'
import { Header } from '../header/Header.js'
import { WaitForNode } from '../ladder/WaitForNode.js'
import { lazily } from '../parts/lazily.js'
import { useLayout } from '../parts/use-layout.js'
import styles from './LabScreen.module.css'
import { LabTabs } from './LabTabs.js'
import { keepLabRoute, type LabTab, useLabRoute } from './lab-route.js'
import { LabPeer } from './peer/LabPeer.js'

const Faults = lazily(async () => (await import('./faults/Faults.js')).Faults)
const ManInTheMiddle = lazily(
  async () => (await import('./mallory/ManInTheMiddle.js')).ManInTheMiddle,
)
const Shaping = lazily(async () => (await import('./shaping/Shaping.js')).Shaping)

/** What happens when somebody interferes: faults, a man in the middle, decoys and shaping. */
export function LabScreen() {
  const layout = useLayout()
  useEffect(keepLabRoute, [])
  return (
    <div className={styles.screen}>
      <Header layout={layout} />
      <Main />
    </div>
  )
}

function Main() {
  const TEXT = useLabWords()
  const tab = useLabRoute((state) => state.tab)
  if (!TEXT) return <main className={styles.main} />
  return (
    <main className={styles.main} aria-label={TEXT.title} data-testid="lab">
      <div className={styles.head}>
        <h2 className={styles.title}>{TEXT.title}</h2>
        <p className={styles.lede}>{TEXT.lede}</p>
      </div>
      <div className={styles.bar}>
        <LabTabs TEXT={TEXT} />
        <LabPeer TEXT={TEXT} />
      </div>
      <div
        role="tabpanel"
        id={`lab-panel-${tab}`}
        aria-labelledby={`lab-tab-${tab}`}
        className={styles.panel}
      >
        {/* the ladder of the faults has it, too */}
        {tab !== 'faults' && <WaitForNode />}
        <Panel tab={tab} />
      </div>
    </main>
  )
}

function Panel({ tab }: { readonly tab: LabTab }) {
  switch (tab) {
    case 'faults':
      return <Faults />
    case 'mallory':
      return <ManInTheMiddle />
    case 'shaping':
      return <Shaping />
  }
}
