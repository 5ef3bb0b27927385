import { Header } from '../header/Header.js'
import { Keys } from '../keys/Keys.js'
import { useLayout } from '../parts/use-layout.js'

/** The key schedule, as a screen of its own. */
export function KeysScreen() {
  const layout = useLayout()
  return (
    <div>
      <Header layout={layout} />
      <main>
        <Keys />
      </main>
    </div>
  )
}
