import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { SPEEDS } from '../../session/stepping.js'
import { useWords } from '../../words/words.js'
import { HoldButton } from '../hold/HoldButton.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp } from '../session-hooks.js'
import styles from './TransportButtons.module.css'
import { usePosition } from './use-position.js'
import { useStep } from './use-step.js'

/** Run, step and back, over a session that is live, simulated or recorded. */
export function TransportButtons() {
  const { stepping: words, hold } = useWords()
  const { taken, all, isFollowing } = usePosition()
  const { toStart, back, toEnd } = useActions()
  const step = useStep()
  const isReleasing = isFollowing && step !== undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div role="group" aria-label={words.label} className={styles.buttons}>
      <Move label={words.toStart} disabled={taken === 0} onClick={toStart} testId="step-start">
        <SkipBack size={15} aria-hidden />
      </Move>
      <Move label={words.back} disabled={taken === 0} onClick={back} testId="step-back">
        <StepBack size={15} aria-hidden />
      </Move>
      <RunButton disabled={all === 0} />
      <Move
        label={isReleasing ? hold.step : words.step}
        disabled={step === undefined}
        onClick={() => step?.()}
        testId="step"
      >
        <StepForward size={15} aria-hidden />
      </Move>
      <Move label={words.toEnd} disabled={isFollowing} onClick={toEnd} testId="step-end">
        <SkipForward size={15} aria-hidden />
      </Move>
      <HoldButton />
    </div>
  )
}

interface MoveProps {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly testId: string
  readonly children: ReactNode
}

/** Stays focused where it can do nothing more, so that the keyboard keeps its place. */
function Move({ label, disabled, onClick, testId, children }: MoveProps) {
  return (
    <Button
      icon
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
      data-testid={testId}
    >
      {children}
    </Button>
  )
}

function RunButton({ disabled }: { readonly disabled: boolean }) {
  const words = useWords().stepping
  const isRunning = useApp(({ stepping }) => stepping.run === 'running')
  const { run, pause } = useActions()
  const Icon = isRunning ? Pause : Play
  return (
    <Button
      className={styles.run}
      title={isRunning ? words.pauseWhy : words.runWhy}
      aria-disabled={disabled}
      onClick={() => !disabled && (isRunning ? pause() : run())}
      data-testid="run"
    >
      <Icon size={14} aria-hidden />
      <span>{isRunning ? words.pause : words.run}</span>
    </Button>
  )
}

export function SpeedChoice() {
  const words = useWords().stepping
  const speed = useApp(({ stepping }) => stepping.speed)
  const { setSpeed } = useActions()
  return (
    <label className={styles.speed} title={words.runWhy}>
      <span>{words.speed}</span>
      <select
        value={speed}
        aria-label={words.speed}
        onChange={({ target }) => {
          const chosen = SPEEDS.find((one) => String(one) === target.value)
          if (chosen !== undefined) setSpeed(chosen)
        }}
        data-testid="speed"
      >
        {SPEEDS.map((one) => (
          <option key={one} value={one} translate="no">
            {words.times(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
