/** Parts of the page whose code is fetched when it is first needed, or before, when there is time. */

import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useState,
} from 'react'
import { useWords } from '../../words/words.js'
import { Button } from './Button.js'
import { Empty } from './Pane.js'

type Load<P> = () => Promise<ComponentType<P>>

const LOADS: (() => Promise<unknown>)[] = []

/** Fetches all of them, one after the other: what serves the page may be gone when they are needed. */
export async function fetchParts(): Promise<void> {
  // what fails now is told when it is needed
  for (const load of LOADS) await load().catch(() => undefined)
}

/**
 * The component that `load` brings. Where it can't be fetched, that is said in its place, and it can
 * be tried again; the rest of the page stays.
 */
export function lazily<P extends object>(load: Load<P>): ComponentType<P> {
  const begin = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => ({ default: await load() }))
  const first = begin()
  LOADS.push(load)
  return function Lazy(props: P) {
    const [Loaded, setLoaded] = useState(() => first)
    const [attempt, setAttempt] = useState(0)
    const again = () => {
      setLoaded(begin)
      setAttempt(attempt + 1)
    }
    return (
      <Boundary key={attempt} instead={<NotFetched onAgain={again} />}>
        <Suspense>
          <Loaded {...props} />
        </Suspense>
      </Boundary>
    )
  }
}

interface BoundaryProps {
  readonly instead: ReactNode
  readonly children: ReactNode
}

class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}

function NotFetched({ onAgain }: { readonly onAgain: () => void }) {
  const TEXT = useWords().parts.notFetched
  return (
    <Empty title={TEXT.title}>
      {TEXT.why}{' '}
      <Button onClick={onAgain} data-testid="fetch-again">
        {TEXT.again}
      </Button>
    </Empty>
  )
}
