import { lazy, Suspense } from 'react'
import { Commands } from './commands/Commands.js'
import { Tip } from './glossary/Tip.js'
import { SessionScreen } from './SessionScreen.js'
import { useApp } from './session-hooks.js'
import { LinkedSelection } from './use-select.js'

const KeysScreen = lazy(async () => ({
  default: (await import('./keys-screen/KeysScreen.js')).KeysScreen,
}))
const CompareScreen = lazy(async () => ({
  default: (await import('./compare/CompareScreen.js')).CompareScreen,
}))

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
      return (
        <Suspense>
          <KeysScreen />
        </Suspense>
      )
    case 'compare':
      return (
        <Suspense>
          <CompareScreen />
        </Suspense>
      )
  }
}
