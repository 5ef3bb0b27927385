import { Header } from '../header/Header.js'
import { useLayout } from '../parts/use-layout.js'

/** Two sessions side by side. */
export function CompareScreen() {
  const layout = useLayout()
  return (
    <div>
      <Header layout={layout} />
      <main />
    </div>
  )
}
