import type { MalloryPlan } from '@v2scope/lab'
import { Play, RotateCcw } from 'lucide-react'
import { type MalloryWords, useMalloryWords } from '../../../words/mallory.js'
import { Button } from '../../parts/Button.js'
import { useWholeView } from '../../session-hooks.js'
import { useLabPeer } from '../peer/lab-peer.js'
import { ChangeForm } from './ChangeForm.js'
import { Columns } from './Columns.js'
import { Comparing } from './Comparing.js'
import { Downgrade } from './Downgrade.js'
import styles from './ManInTheMiddle.module.css'
import { changeOf, chooseMode, useMalloryChoice } from './mallory-choice.js'
import { ReadList } from './ReadList.js'
import { VerdictPanel } from './VerdictPanel.js'

const MODES: readonly MalloryPlan['mode'][] = ['between', 'downgrade']

/** Mallory between us and the peer: what she reads, what she changes, and what finds her. */
export function ManInTheMiddle() {
  const TEXT = useMalloryWords()
  const running = useWholeView(({ lab }) => lab?.mallory?.mode)
  const chosen = useMalloryChoice(({ mode }) => mode)
  if (!TEXT) return null
  return (
    <div className={styles.panel} data-testid="mallory">
      <Start TEXT={TEXT} />
      <Columns TEXT={TEXT} />
      <VerdictPanel TEXT={TEXT} />
      {(running ?? chosen) === 'downgrade' && <Downgrade TEXT={TEXT} />}
      <div className={styles.traffic}>
        <ReadList TEXT={TEXT} />
        <ChangeForm TEXT={TEXT} />
      </div>
      <Comparing TEXT={TEXT} />
    </div>
  )
}

function Start({ TEXT }: { readonly TEXT: MalloryWords }) {
  const { mode: words } = TEXT
  const choice = useMalloryChoice()
  const isThere = useWholeView(({ lab }) => lab?.mallory !== undefined)
  const { start, canStart } = useLabPeer()
  const change = changeOf(choice)
  const isReady = canStart && change !== 'bad'
  const begin = () => {
    if (change === 'bad') return
    start({ mallory: { mode: choice.mode, ...(change && { change }) } })
  }
  const Icon = isThere ? RotateCcw : Play
  return (
    <div className={styles.start}>
      <p className={styles.intro}>{TEXT.intro}</p>
      <fieldset className={styles.modes}>
        <legend>{words.legend}</legend>
        {MODES.map((mode) => (
          <label key={mode} className={styles.mode}>
            <input
              type="radio"
              name="mallory-mode"
              checked={mode === choice.mode}
              onChange={() => chooseMode(mode)}
              data-testid={`mode-${mode}`}
            />
            <b>{words[mode].name}</b>
            <span>{words[mode].why}</span>
          </label>
        ))}
      </fieldset>
      <Button
        look={isReady ? 'primary' : 'plain'}
        aria-disabled={!isReady}
        onClick={begin}
        data-testid="mallory-start"
      >
        <Icon size={14} aria-hidden />
        {isThere ? TEXT.start.again : TEXT.start.button}
      </Button>
    </div>
  )
}
