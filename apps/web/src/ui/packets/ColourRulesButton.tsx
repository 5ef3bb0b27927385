import { Palette, Plus, RotateCcw } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useDismiss } from '../parts/use-dismiss.js'
import { useUi } from '../ui-store.js'
import { ColourRuleLine } from './ColourRuleLine.js'
import styles from './ColourRules.module.css'
import { MOST_RULES } from './colour-rules.js'
import { addRule, resetRules, useColourRules } from './colour-store.js'

/** Opens the rules that colour the rows, to be read and changed. */
export function ColourRulesButton() {
  const words = useWords().packets.colours
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const id = useId()
  useDismiss(root, isOpen, () => setOpen(false))
  return (
    <span ref={root}>
      <Button
        icon
        aria-label={words.title}
        title={words.title}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        data-testid="colour-rules"
      >
        <Palette size={14} aria-hidden />
      </Button>
      {isOpen && <ColourRulesPanel id={id} />}
    </span>
  )
}

function ColourRulesPanel({ id }: { readonly id: string }) {
  const words = useWords().packets.colours
  const rules = useColourRules((state) => state.rules)
  const filter = useUi((state) => state.filter.applied.text)
  return (
    <section id={id} className={styles.panel} aria-label={words.title} data-testid="colour-panel">
      <p className={styles.about}>{words.about}</p>
      <ol className={styles.rules}>
        {rules.map((rule, place) => (
          <ColourRuleLine key={rule.id} rule={rule} place={place} />
        ))}
      </ol>
      <p className={styles.buttons}>
        <Button
          disabled={rules.length >= MOST_RULES}
          onClick={() => addRule(filter)}
          data-testid="colour-add"
        >
          <Plus size={14} aria-hidden />
          {filter === '' ? words.add : words.addFilter}
        </Button>
        <Button look="ghost" onClick={resetRules}>
          <RotateCcw size={14} aria-hidden />
          {words.reset}
        </Button>
      </p>
    </section>
  )
}
