/** The page: its store with its worker, and its screens. */

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepAddress } from './session/address-bar.js'
import { browserEnvironment } from './session/browser-environment.js'
import { startInstead } from './session/fall-back.js'
import { guardLeaving } from './session/leave-guard.js'
import { openSessionStore } from './session/open-session.js'
import { tabTickets, takeFromAddress } from './session/tickets.js'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './ui/App.js'
import { restoreTheme } from './ui/header/theme.js'
import { fetchParts } from './ui/parts/lazily.js'
import { StoreContext } from './ui/session-hooks.js'
import { useUi } from './ui/ui-store.js'
import { fetchAhead, followLanguage, restoreLanguage } from './words/words.js'

/** For the code that is not needed at first: when the session has begun, and its handshake has played. */
const PARTS_AFTER_MS = 4000

const tickets = tabTickets(() => sessionStorage)
/** The address without its ticket: to be called before anything else looks at it. */
const readAddress = () => ({ ticket: takeFromAddress(tickets, window), hash: location.hash })
const asked = readAddress()

restoreTheme()

const worker = new Worker(new URL('./session/worker.ts', import.meta.url), { type: 'module' })
const store = openSessionStore(worker, tickets)
keepAddress(store, window, browserEnvironment, { get: useUi.getState, subscribe: useUi.subscribe })
guardLeaving(store, window)
startInstead(store)
const open = ({ hash, ticket } = readAddress()) => void store.getState().actions.open(hash, ticket)
addEventListener('hashchange', ({ newURL }) => {
  // before the event comes, the page may have written the address of what it still shows
  if (location.href !== newURL) history.replaceState(null, '', newURL)
  open()
})
open(asked)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element "root"')
addEventListener('hashchange', () => followLanguage(location.hash))
await restoreLanguage(location.hash)
createRoot(root).render(
  <StrictMode>
    <StoreContext value={store}>
      <App />
    </StoreContext>
  </StrictMode>,
)
fetchAhead()
browserEnvironment.after(PARTS_AFTER_MS, () => void fetchParts())
