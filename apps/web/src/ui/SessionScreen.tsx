import { useWords } from '../words/words.js'
import { FindBar } from './find/FindBar.js'
import { Footer } from './footer/Footer.js'
import { Header } from './header/Header.js'
import { Details, Keys, Ladder, PacketList } from './lazy-panes.js'
import { PaneTabs, SideTabs } from './PaneTabs.js'
import { join } from './parts/join.js'
import { Pane } from './parts/Pane.js'
import { Split } from './parts/Split.js'
import { type Layout, useLayout } from './parts/use-layout.js'
import { DropZone } from './recording/DropZone.js'
import { Opening } from './recording/Opening.js'
import styles from './SessionScreen.module.css'
import { useView, useWholeView } from './session-hooks.js'
import { AgainButton } from './setup/AgainButton.js'
import { SetupBar, SetupEnd } from './setup/SetupBar.js'
import { SetupSheet } from './setup/SetupSheet.js'
import { useDraft } from './setup/use-draft.js'
import { StateBar } from './state/StateBar.js'
import { TransportStrip } from './transport/TransportStrip.js'
import { type PaneName, useUi } from './ui-store.js'
import { AutoSelect } from './use-select.js'

export function SessionScreen() {
  const layout = useLayout()
  const setup = useDraft()
  const state = useWholeView(({ status }) => status.state)
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
      <TransportStrip layout={layout} />
      <StateBar />
      <main className={styles.main}>
        {narrow && <PaneTabs />}
        <FindBar />
        <div className={styles.panes}>{narrow ? <OnePane /> : <ManyPanes layout={layout} />}</div>
      </main>
      <Footer narrow={narrow} />
      <DropZone />
    </div>
  )
}

function ManyPanes({ layout }: { readonly layout: Exclude<Layout, 'narrow'> }) {
  const TEXT = useWords().screens.panes
  const side = useUi((state) => state.side)
  const wire = { name: TEXT.wire, content: <Ladder /> }
  const packets = { name: TEXT.packets, content: <PacketList /> }
  const sides = {
    name: TEXT.details,
    content: <SideTabs side={side}>{side === 'details' ? <Details /> : <Keys />}</SideTabs>,
  }
  switch (layout) {
    case 'widest':
      return (
        <Split
          name={layout}
          direction="columns"
          panes={[
            { ...wire, least: 320, weight: 16 },
            { ...packets, least: 480, weight: 26 },
            { name: TEXT.details, content: <DetailsPane />, least: 520, weight: 29 },
            { name: TEXT.keys, content: <KeysPane />, least: 420, weight: 29 },
          ]}
        />
      )
    case 'wide':
      return (
        <Split
          name={layout}
          direction="columns"
          panes={[
            { ...wire, least: 290, weight: 26 },
            { ...packets, least: 338, weight: 36 },
            { ...sides, least: 500, weight: 38 },
          ]}
        />
      )
    case 'middle':
      return (
        <Split
          name={layout}
          direction="rows"
          panes={[
            {
              name: TEXT.packets,
              least: 280,
              weight: 4,
              content: (
                <Split
                  name="middle above"
                  direction="columns"
                  panes={[
                    { ...wire, least: 290, weight: 42 },
                    { ...packets, least: 338, weight: 58 },
                  ]}
                />
              ),
            },
            { ...sides, least: 360, weight: 7 },
          ]}
        />
      )
  }
}

function DetailsPane() {
  return (
    <Pane title={useWords().screens.panes.details}>
      <Details />
    </Pane>
  )
}

function KeysPane() {
  return (
    <Pane title={useWords().screens.panes.keys}>
      <Keys />
    </Pane>
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
      return <DetailsPane />
    case 'keys':
      return <KeysPane />
  }
}
