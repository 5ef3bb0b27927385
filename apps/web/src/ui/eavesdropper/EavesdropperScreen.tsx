import { useEffect } from 'react'
import { type EavesdropperWords, useEavesdropperWords } from '../../words/eavesdropper.js'
import { Header } from '../header/Header.js'
import { lazily } from '../parts/lazily.js'
import { useLayout } from '../parts/use-layout.js'
import { DropZone } from '../recording/DropZone.js'
import { Opening } from '../recording/Opening.js'
import styles from './EavesdropperScreen.module.css'
import { EavesdropperTabs } from './EavesdropperTabs.js'
import {
  type EavesdropperTab,
  keepEavesdropperRoute,
  useEavesdropperRoute,
} from './eavesdropper-route.js'
import { SessionLine } from './SessionLine.js'
import { useEavesdropping } from './use-eavesdropping.js'

const Stream = lazily(async () => (await import('./stream/Stream.js')).Stream)
const Statistics = lazily(async () => (await import('./statistics/Statistics.js')).Statistics)
const Traffic = lazily(async () => (await import('./traffic/Traffic.js')).Traffic)

/** What a passive observer of the wire has: bytes, sizes and times, and no key. */
export function EavesdropperScreen() {
  const layout = useLayout()
  const TEXT = useEavesdropperWords()
  useEffect(keepEavesdropperRoute, [])
  return (
    <div className={styles.screen}>
      <Header layout={layout} />
      <Opening />
      {TEXT ? <Main TEXT={TEXT} /> : <main className={styles.main} />}
      <DropZone />
    </div>
  )
}

function Main({ TEXT }: { readonly TEXT: EavesdropperWords }) {
  const tab = useEavesdropperRoute((state) => state.tab)
  const now = useEavesdropping()
  return (
    <main className={styles.main} aria-label={TEXT.title} data-testid="eavesdropper">
      <div className={styles.head}>
        <h2 className={styles.title}>{TEXT.title}</h2>
        <p className={styles.lede}>
          {TEXT.lede} <small>{TEXT.segment}</small>
        </p>
      </div>
      <SessionLine TEXT={TEXT} now={now} />
      <EavesdropperTabs TEXT={TEXT} now={now} />
      <div
        role="tabpanel"
        id={`eavesdropper-panel-${tab}`}
        aria-labelledby={`eavesdropper-tab-${tab}`}
        className={styles.panel}
      >
        <Panel tab={tab} TEXT={TEXT} now={now} />
      </div>
    </main>
  )
}

interface PanelProps {
  readonly tab: EavesdropperTab
  readonly TEXT: EavesdropperWords
  readonly now: ReturnType<typeof useEavesdropping>
}

function Panel({ tab, TEXT, now }: PanelProps) {
  switch (tab) {
    case 'stream':
      return <Stream TEXT={TEXT} now={now} />
    case 'statistics':
      return <Statistics TEXT={TEXT} now={now} />
    case 'traffic':
      return <Traffic TEXT={TEXT} now={now} />
  }
}
