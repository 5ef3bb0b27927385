import { FileClock } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { useView } from '../session-hooks.js'
import styles from './RecordingLine.module.css'
import { recordedWords } from './recording-words.js'

/** That this is no session that goes on, but one that was kept: whose, when, and how much of it. */
export function RecordingLine() {
  const recording = useView((view) => view.recording)
  const peer = useView(({ settings }) => settings.peer)
  const { line } = useWords().recording
  if (recording === undefined) return null
  const { what, when, level } = recordedWords(recording, peer, line)
  return (
    <p
      className={styles.line}
      title={line.madeBy(recording.application)}
      data-testid="recording-line"
    >
      <FileClock size={14} aria-hidden />
      <span>
        {what}
        {when !== undefined && (
          <>
            {' · '}
            <time dateTime={recording.startedAt}>{when}</time>
          </>
        )}
        {' · '}
        {level}
      </span>
    </p>
  )
}
