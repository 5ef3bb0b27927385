import { Dices } from 'lucide-react'
import { secureRandom } from '../../session/browser-environment.js'
import { makeSeed } from '../../session/seed.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import type { Draft } from './draft.js'
import { Field } from './Field.js'
import type { DraftState } from './use-draft.js'

const SHOWN = 9

interface Props extends Pick<DraftState, 'change' | 'wrong'> {
  readonly draft: Draft
  readonly fixed: string | undefined
}

/** Of a simulated session: who writes the same seed gets the same session, to the last byte. */
export function SeedField({ draft, change, wrong, fixed }: Props) {
  const TEXT = useWords().setup
  return (
    <Field
      label={TEXT.seed}
      value={draft.seed}
      placeholder={fixed === undefined ? TEXT.random : TEXT.leftOut}
      hint={TEXT.seedHint}
      width={SHOWN}
      wrong={wrong.includes('seed')}
      fixed={fixed}
      testId="seed"
      onChange={(seed) => change({ ...draft, seed })}
    >
      <Button
        icon
        aria-label={TEXT.dice}
        title={TEXT.dice}
        onClick={() => change({ ...draft, seed: makeSeed(secureRandom) })}
        data-testid="new-seed"
      >
        <Dices size={15} aria-hidden />
      </Button>
    </Field>
  )
}
