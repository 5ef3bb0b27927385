import { useLabWords } from '../../../words/lab.js'

/** Faults of the wire and of a peer: guess, watch, understand. */
export function Faults() {
  const TEXT = useLabWords()
  return <p>{TEXT?.tabs.faults}</p>
}
