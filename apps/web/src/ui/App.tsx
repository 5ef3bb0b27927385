import { Commands } from './commands/Commands.js'
import { Tip } from './glossary/Tip.js'
import { lazily } from './parts/lazily.js'
import { SessionScreen } from './SessionScreen.js'
import { useApp } from './session-hooks.js'
import { LinkedSelection } from './use-select.js'

const KeysScreen = lazily(async () => (await import('./keys-screen/KeysScreen.js')).KeysScreen)
const EavesdropperScreen = lazily(
  async () => (await import('./eavesdropper/EavesdropperScreen.js')).EavesdropperScreen,
)
const LabScreen = lazily(async () => (await import('./lab/LabScreen.js')).LabScreen)
const CompareScreen = lazily(async () => (await import('./compare/CompareScreen.js')).CompareScreen)

/** One screen at a time; those that are not the first are fetched when they are gone to. */
export function App() {
  return (
    <>
      <Shown />
      <LinkedSelection />
      <Commands />
      <Tip />
    </>
  )
}

function Shown() {
  const screen = useApp((state) => state.screen)
  switch (screen) {
    case 'session':
      return <SessionScreen />
    case 'keys':
      return <KeysScreen />
    case 'eavesdropper':
      return <EavesdropperScreen />
    case 'lab':
      return <LabScreen />
    case 'compare':
      return <CompareScreen />
  }
}
