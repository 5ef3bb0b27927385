import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useApp, useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import styles from './FindBar.module.css'
import type { ParsedNeedle } from './needle.js'
import { hitAt } from './next-hit.js'

/** How much has been found, and what could not be searched; or what is wrong with what is written. */
export function FindCount({ parsed }: { readonly parsed: ParsedNeedle }) {
  const TEXT = useWords().details.find
  const search = useApp((state) => state.search)
  const dropped = useView(({ status }) => status.droppedBytes)
  const selected = useView((view) => view.selected)
  const byte = useUi(({ bytes }) => bytes?.start)
  if (parsed.state === 'wrong') {
    return (
      <p role="status" className={join(styles.count, styles.problem)} data-testid="find-count">
        {TEXT.problem(parsed.problem)}
      </p>
    )
  }
  const { hits, state } = search ?? { hits: [], state: undefined }
  const at = hitAt(hits, { seq: selected ?? -1, byte: byte ?? -1 })
  return (
    <p role="status" className={styles.count} data-testid="find-count" data-state={state}>
      {parsed.state === 'ready' && (
        <>
          <span>{TEXT.as[parsed.as](parsed.needle.bytes.length)}</span>
          {state !== undefined && <b>{TEXT.count(at, hits.length, state)}</b>}
        </>
      )}
      {dropped > 0 && <span>{TEXT.dropped(dropped)}</span>}
    </p>
  )
}
