import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../words/words.js'
import styles from './TypePicker.module.css'
import { type TypeSearch, useTypeSearch } from './use-type-search.js'

/** A choice that is searched by typing. */
export function TypePicker() {
  const TEXT = useWords().composer.type
  const { text, search, show, close, onKeyDown, ...rest } = useTypeSearch()
  const { chosen, found, active, open } = rest
  const id = useId()
  return (
    <div className={styles.picker}>
      <label htmlFor={`${id}-input`}>{TEXT.label}</label>
      <span className={styles.box}>
        <input
          id={`${id}-input`}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && found.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          data-testid="composer-type"
          onFocus={({ target }) => target.select()}
          onClick={show}
          onChange={({ target }) => search(target.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <ChevronDown size={14} aria-hidden />
        <Choices id={id} {...rest} />
      </span>
      <p className={styles.what}>{chosen?.what}</p>
    </div>
  )
}

type ChoicesProps = Pick<TypeSearch, 'open' | 'found' | 'active' | 'chosen' | 'choose'> & {
  readonly id: string
}

function Choices({ id, open, found, active, chosen, choose }: ChoicesProps) {
  const TEXT = useWords().composer.type
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={TEXT.label}
      className={styles.list}
      hidden={!open}
    >
      {open && found.length === 0 && <p>{TEXT.none}</p>}
      {open &&
        found.map((choice, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
          // biome-ignore lint/a11y/useKeyWithClickEvents: so do the keys
          <div
            key={choice.label}
            id={`${id}-${i}`}
            role="option"
            aria-selected={choice === chosen}
            className={i === active ? styles.active : undefined}
            ref={i === active ? scrollIntoSight : undefined}
            // the input would lose the focus, and close the list, before the click
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.subject)}
          >
            <b translate={choice.subject.kind === 'known' ? 'no' : undefined}>{choice.label}</b>{' '}
            <small>{choice.what}</small>
          </div>
        ))}
    </div>
  )
}

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
