import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../words/words.js'
import { Rule } from '../details/Rule.js'
import { PLACES } from './compose.js'
import { changeComposer, useComposer } from './composer-store.js'
import { useProblem } from './form-context.js'
import styles from './WrongOnPurpose.module.css'
import { isWrongName, WRONG_NAMES, WRONGS } from './wrongs.js'

/** Not for raw contents, which are as wrong as they are written. */
export function WrongOnPurpose({ v1 }: { readonly v1: boolean }) {
  const TEXT = useWords().composer.wrong
  const wrong = useComposer((state) => state.wrong)
  const isRaw = useComposer((state) => state.subject.kind === 'raw')
  const id = useId()
  if (isRaw) return null
  const chosen = wrong && WRONGS[wrong]
  return (
    <section className={styles.wrong} data-wrong={chosen ? '' : undefined}>
      <label htmlFor={id}>
        <TriangleAlert size={14} aria-hidden />
        {TEXT.title}
      </label>
      <select
        id={id}
        value={wrong ?? ''}
        data-testid="composer-wrong"
        onChange={({ target: { value } }) =>
          changeComposer({ wrong: isWrongName(value) ? value : undefined })
        }
      >
        <option value="">{TEXT.right}</option>
        {WRONG_NAMES.filter((name) => !v1 || !WRONGS[name].ofType).map((name) => (
          <option key={name} value={name}>
            {TEXT.wrongs[name].label}
          </option>
        ))}
      </select>
      {wrong === 'short id' && <ShortId />}
      {chosen && wrong && (
        <p>
          {chosen.row !== undefined && <Rule row={chosen.row} />}
          {TEXT.wrongs[wrong].effect}
        </p>
      )}
    </section>
  )
}

function ShortId() {
  const TEXT = useWords().composer.wrong
  const shortId = useComposer((state) => state.shortId)
  const problem = useProblem(PLACES.shortId)
  return (
    <label className={styles.id}>
      {TEXT.id}
      <input
        value={shortId}
        size={4}
        inputMode="numeric"
        aria-invalid={problem !== undefined}
        data-testid="composer-short-id"
        onChange={({ target }) => changeComposer({ shortId: target.value })}
      />
    </label>
  )
}
