import { useLabWords } from '../../../words/lab.js'

/** Mallory between us and the peer: what she reads, what she changes, and what finds her. */
export function ManInTheMiddle() {
  const TEXT = useLabWords()
  return <p>{TEXT?.tabs.mallory}</p>
}
