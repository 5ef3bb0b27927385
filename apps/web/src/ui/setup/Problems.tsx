import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { useApp } from '../session-hooks.js'
import styles from './Problems.module.css'

/** What the address of the page asked for and could not be had. */
export function Problems() {
  const TEXT = useWords().session
  const problems = useApp((state) => state.problems)
  if (problems.length === 0) return null
  return (
    <div role="status">
      <ul className={styles.problems}>
        {problems.map(TEXT.problem).map((words) => (
          <li key={words}>
            <TriangleAlert size={13} aria-hidden />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
