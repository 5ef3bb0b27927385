import { ArrowLeftRight } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { SHIPPED } from '../recording/shipped.js'
import { Choice } from '../setup/Field.js'
import { FileButton } from './FileButton.js'
import styles from './SidesBar.module.css'
import { useSessionName } from './use-session-name.js'
import type { Side, Sides } from './use-sides.js'

interface Props extends Omit<Sides, 'pair'> {
  readonly pair: { readonly left: Side; readonly right: Side }
}

/** What is on each side, to be chosen. */
export function SidesBar(props: Props) {
  const TEXT = useWords().compare
  const { left, right } = props.pair
  return (
    <div className={styles.bar}>
      <Chooser {...props} side={left} other={right} />
      <Button
        icon
        className={styles.swap}
        aria-label={TEXT.swap}
        title={TEXT.swap}
        onClick={() => props.put('left', right.which)}
        data-testid="compare-swap"
      >
        <ArrowLeftRight size={15} aria-hidden />
      </Button>
      <Chooser {...props} side={right} other={left} />
      <p className={styles.kept}>{TEXT.kept}</p>
    </div>
  )
}

interface ChooserProps extends Omit<Sides, 'pair'> {
  readonly side: Side
  readonly other: Side
}

function Chooser({ side, other, put, openUrl, openFile }: ChooserProps) {
  const { compare: TEXT, recording } = useWords()
  const nameOf = useSessionName()
  const options = [side, other].map(({ which, view }) => ({
    value: which,
    label: TEXT.chosen(which, nameOf(view)),
  }))
  const choose = (value: string) => {
    if (value === 'current' || value === 'previous') put(side.name, value)
    else openUrl(side.name, value)
  }
  return (
    <div className={styles.side} data-testid={`compare-${side.name}`}>
      <Choice
        label={TEXT.sides[side.name]}
        value={side.which}
        options={options}
        group={{
          name: TEXT.recordings,
          options: SHIPPED.map(({ url, name }) => ({ value: url, label: recording.shipped[name] })),
        }}
        onChange={choose}
      />
      <FileButton side={side.name} onFile={openFile} />
    </div>
  )
}
