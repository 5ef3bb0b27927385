import { Details } from './details/Details.js'
import { Footer } from './footer/Footer.js'
import { Header } from './header/Header.js'
import { Keys } from './keys/Keys.js'
import { Ladder } from './ladder/Ladder.js'
import { PaneTabs, SideTabs } from './PaneTabs.js'
import { PacketList } from './packets/PacketList.js'
import { join } from './parts/join.js'
import { Pane } from './parts/Pane.js'
import { type Layout, useLayout } from './parts/use-layout.js'
import { DropZone } from './recording/DropZone.js'
import { Opening } from './recording/Opening.js'
import styles from './SessionScreen.module.css'
import { useView } from './session-hooks.js'
import { AgainButton } from './setup/AgainButton.js'
import { SetupBar, SetupEnd } from './setup/SetupBar.js'
import { SetupSheet } from './setup/SetupSheet.js'
import { useDraft } from './setup/use-draft.js'
import { StateBar } from './state/StateBar.js'
import { type PaneName, useUi } from './ui-store.js'
import { AutoSelect } from './use-select.js'

const TEXT = { details: 'Details', keys: 'Keys' }

export function SessionScreen() {
  const layout = useLayout()
  const setup = useDraft()
  const state = useView(({ status }) => status.state)
  const recorded = useView(({ recording }) => recording !== undefined)
  const narrow = layout === 'narrow'
  return (
    <div
      className={join(styles.screen, styles[layout])}
      data-session-state={state === 'ready' ? 'established' : state}
      data-session-ready={state === 'ready' ? '' : undefined}
      data-session-recorded={recorded ? '' : undefined}
    >
      <AutoSelect />
      <Header layout={layout}>
        {narrow && <SetupSheet {...setup} />}
        {narrow && <AgainButton />}
        {layout === 'middle' && <SetupEnd {...setup} />}
      </Header>
      <Opening />
      {!narrow && <SetupBar {...setup} withEnd={layout !== 'middle'} />}
      <StateBar />
      <main className={styles.main}>
        {narrow && <PaneTabs />}
        <div className={styles.panes}>{narrow ? <OnePane /> : <ManyPanes layout={layout} />}</div>
      </main>
      <Footer narrow={narrow} />
      <DropZone />
    </div>
  )
}

function ManyPanes({ layout }: { readonly layout: Layout }) {
  const side = useUi((state) => state.side)
  const all = layout === 'widest'
  return (
    <>
      <Ladder />
      <PacketList />
      {all ? (
        <>
          <Pane title={TEXT.details}>
            <Details />
          </Pane>
          <Pane title={TEXT.keys}>
            <Keys />
          </Pane>
        </>
      ) : (
        <SideTabs side={side}>{side === 'details' ? <Details /> : <Keys />}</SideTabs>
      )}
    </>
  )
}

function OnePane() {
  const pane = useUi((state) => state.pane)
  return (
    <div
      role="tabpanel"
      id={`panel-${pane}`}
      aria-labelledby={`tab-${pane}`}
      className={styles.one}
    >
      {contentOf(pane)}
    </div>
  )
}

function contentOf(pane: PaneName) {
  switch (pane) {
    case 'wire':
      return <Ladder />
    case 'packets':
      return <PacketList />
    case 'details':
      return (
        <Pane title={TEXT.details}>
          <Details />
        </Pane>
      )
    case 'keys':
      return (
        <Pane title={TEXT.keys}>
          <Keys />
        </Pane>
      )
  }
}
