import { useLabWords } from '../../../words/lab.js'

/** Decoys and shaping: what they hide, and what they cost. */
export function Shaping() {
  const TEXT = useLabWords()
  return <p>{TEXT?.tabs.shaping}</p>
}
