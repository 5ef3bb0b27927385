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
 * The component that `load` brings. Where it can't be fetched, or fails, that is said in its place, and
 * it can be tried again; the rest of the page stays.
 */
export function lazily<P extends object>(load: Load<P>): ComponentType<P> {
  const begin = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => ({ default: await load().catch(notFetched) }))
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
      <Boundary key={attempt} instead={(error) => <Failed error={error} onAgain={again} />}>
        <Suspense>
          <Loaded {...props} />
        </Suspense>
      </Boundary>
    )
  }
}

class NotFetchedError extends Error {}

function notFetched(cause: unknown): never {
  throw new NotFetchedError('the code could not be fetched', { cause })
}

interface BoundaryProps {
  readonly instead: (error: unknown) => ReactNode
  readonly children: ReactNode
}

class Boundary extends Component<
  BoundaryProps,
  { readonly failure?: { readonly error: unknown } }
> {
  override readonly state: { readonly failure?: { readonly error: unknown } } = {}

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override render(): ReactNode {
    const { failure } = this.state
    return failure ? this.props.instead(failure.error) : this.props.children
  }
}

/** Whose fault it is that a part is not there: of what serves the page, or of the page. */
function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const TEXT = useWords().parts
  const { title, why } =
    error instanceof NotFetchedError
      ? TEXT.notFetched
      : TEXT.failed(error instanceof Error ? error.message : String(error))
  return (
    <Empty title={title}>
      {why}{' '}
      <Button onClick={onAgain} data-testid="fetch-again">
        {TEXT.again}
      </Button>
    </Empty>
  )
}
