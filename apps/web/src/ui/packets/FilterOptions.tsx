// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus, and names the active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field takes the keys
import { useEffect } from 'react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import type { Option } from './complete.js'
import styles from './FilterOptions.module.css'

interface Props {
  readonly id: string
  /** None: there is nothing to be seen. */
  readonly options: readonly Option[]
  readonly active: number | undefined
  readonly onAccept: (option: Option) => void
}

export const optionId = (list: string, index: number): string => `${list}-${index}`

/** What the word that is being written could become. */
export function FilterOptions({ id, options, active, onAccept }: Props) {
  const words = useWords().packets.filter
  useEffect(() => {
    if (active !== undefined) {
      document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
    }
  }, [id, active])
  return (
    <div
      role="listbox"
      id={id}
      aria-label={words.options}
      hidden={options.length === 0}
      className={styles.options}
      data-testid="filter-options"
    >
      {options.map((option, i) => (
        <div
          key={option.insert}
          role="option"
          id={optionId(id, i)}
          aria-selected={i === active}
          className={join(styles.option, i === active && styles.active)}
          // the field keeps the focus
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onAccept(option)}
        >
          <b translate="no">{option.insert}</b>
          <span>{noteOf(option, words)}</span>
        </div>
      ))}
    </div>
  )
}

type FilterWords = ReturnType<typeof useWords>['packets']['filter']

function noteOf(option: Option, words: FilterWords): string {
  switch (option.of) {
    case 'key':
      return words.keys[option.key]
    case 'choice':
      return words.choices[option.word]
    case 'type':
      return words.ofType(option.count)
  }
}
