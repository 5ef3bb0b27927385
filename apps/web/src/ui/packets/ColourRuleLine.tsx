import { ArrowUp, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { join } from '../parts/join.js'
import styles from './ColourRules.module.css'
import { type ColourRule, letterOf, RULE_COLOURS } from './colour-rules.js'
import { changeRule, raiseRule, removeRule } from './colour-store.js'
import { parseFilter } from './filter.js'
import marks from './marks.module.css'

interface Props {
  readonly rule: ColourRule
  readonly place: number
}

/** One rule: on or off, its letter, what it is for, its colour, its place. */
export function ColourRuleLine({ rule: { id, filter, colour, isOn }, place }: Props) {
  const { colours: words, filter: filterWords } = useWords().packets
  const said = useId()
  const letter = letterOf(place)
  const parsed = parseFilter(filter)
  return (
    <li className={styles.rule}>
      <input
        type="checkbox"
        checked={isOn}
        aria-label={words.isOn(letter)}
        onChange={({ target }) => changeRule(id, { isOn: target.checked })}
      />
      <span className={join(styles.letter, marks[colour])} translate="no" aria-hidden>
        {letter}
      </span>
      <input
        className={styles.filter}
        value={filter}
        aria-label={words.filterOf(letter)}
        aria-invalid={!parsed.ok}
        aria-describedby={said}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        translate="no"
        onChange={({ target }) => changeRule(id, { filter: target.value })}
      />
      <select
        value={colour}
        aria-label={words.colourOf(letter)}
        onChange={({ target }) => {
          const chosen = RULE_COLOURS.find((one) => one === target.value)
          if (chosen) changeRule(id, { colour: chosen })
        }}
      >
        {RULE_COLOURS.map((one) => (
          <option key={one} value={one}>
            {words.names[one]}
          </option>
        ))}
      </select>
      <Button
        look="ghost"
        icon
        disabled={place === 0}
        aria-label={words.raise(letter)}
        title={words.raise(letter)}
        onClick={() => raiseRule(id)}
      >
        <ArrowUp size={14} aria-hidden />
      </Button>
      <Button
        look="ghost"
        icon
        aria-label={words.remove(letter)}
        title={words.remove(letter)}
        onClick={() => removeRule(id)}
      >
        <Trash2 size={14} aria-hidden />
      </Button>
      <span id={said} role="status" className={styles.problem}>
        {parsed.ok ? '' : filterWords.problem(parsed.problem)}
      </span>
    </li>
  )
}
