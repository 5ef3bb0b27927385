import { ListFilter, X } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../words/words.js'
import { useCommand } from '../commands/registry.js'
import { join } from '../parts/join.js'
import { useUi, writeFilter } from '../ui-store.js'
import styles from './FilterField.module.css'
import { FilterOptions, optionId } from './FilterOptions.js'
import { useCompletion } from './use-completion.js'

const EXAMPLE = 'dir:in type:inv size>1000'
const LIST_ID = 'filter-options'

/** Where the filter is written, with what could stand there. */
export function FilterField({ problemId }: { readonly problemId: string }) {
  const words = useWords().packets.filter
  const { text, problem } = useUi((state) => state.filter)
  const field = useRef<HTMLInputElement>(null)
  const completion = useCompletion(field)
  const { options, active, isOpen } = completion
  useCommand('filter', () => {
    field.current?.select()
    field.current?.focus()
  })
  const clear = () => {
    writeFilter('')
    field.current?.focus()
  }
  return (
    <span
      className={join(styles.field, problem !== undefined && styles.wrong)}
      title={isOpen ? undefined : words.help}
    >
      <ListFilter size={14} className={styles.icon} aria-hidden />
      <input
        ref={field}
        value={text}
        placeholder={EXAMPLE}
        role="combobox"
        aria-label={words.label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        aria-activedescendant={active === undefined ? undefined : optionId(LIST_ID, active)}
        aria-invalid={problem !== undefined}
        aria-describedby={problemId}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        translate="no"
        onChange={({ target }) => {
          writeFilter(target.value)
          completion.write(target.value, target.selectionStart ?? target.value.length)
        }}
        onKeyDown={completion.onKeyDown}
        onBlur={completion.close}
        data-testid="packet-filter"
      />
      {text !== '' && (
        <button type="button" className={styles.clear} aria-label={words.clear} onClick={clear}>
          <X size={14} aria-hidden />
        </button>
      )}
      <FilterOptions
        id={LIST_ID}
        options={isOpen ? options : []}
        active={active}
        onAccept={completion.accept}
      />
    </span>
  )
}
