import type { StudyName } from '@v2scope/eavesdropper'
import { RotateCcw, Square } from 'lucide-react'
import type { StudyView } from '../../../session/store-eavesdropper.js'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { Button } from '../../parts/Button.js'
import { Field } from '../../setup/Field.js'
import styles from './StudyBar.module.css'
import type { Study } from './use-study.js'

interface Props<S extends StudyName> {
  readonly TEXT: EavesdropperWords
  readonly study: Study<S>
}

/** The seed, and how far it is; a run can be stopped, and another one begun. */
export function StudyBar<S extends StudyName>({ TEXT, study }: Props<S>) {
  const words = TEXT.study
  const { view, seed, isSeed, write, run, stop } = study
  const isRunning = view?.state === 'running'
  return (
    <form
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
      data-testid="study"
      data-state={view?.state ?? 'none'}
    >
      <Field
        label={words.seed}
        value={seed}
        hint={words.seedHint}
        wrong={!isSeed}
        width={8}
        wide
        testId="study-seed"
        onChange={write}
      />
      {isRunning ? (
        <Button onClick={stop} data-testid="study-stop">
          <Square size={13} aria-hidden />
          {words.stop}
        </Button>
      ) : (
        // none that submits: it takes over the element of the other, within a click on that
        <Button onClick={run} disabled={!isSeed} data-testid="study-run">
          <RotateCcw size={14} aria-hidden />
          {view ? words.again : words.run}
        </Button>
      )}
      <Standing TEXT={TEXT} view={view} />
    </form>
  )
}

interface StandingProps extends Pick<Props<StudyName>, 'TEXT'> {
  readonly view: Pick<StudyView<StudyName>, 'state' | 'progress' | 'failure'> | undefined
}

/** A line is kept for it: what is below stays where it is. */
function Standing({ TEXT, view }: StandingProps) {
  const words = TEXT.study
  switch (view?.state) {
    case 'running':
      return (
        <span className={styles.standing}>
          <progress value={view.progress} max={1} aria-label={words.progress} />
          <span className={styles.percent}>
            {words.running(`${Math.floor(view.progress * 100)}`)}
          </span>
        </span>
      )
    case 'stopped':
      return (
        <span role="status" className={styles.standing}>
          {words.stopped}
        </span>
      )
    case 'failed':
      return (
        <span role="alert" className={styles.failed}>
          {words.failed(view.failure ?? '')}
        </span>
      )
    case 'done':
    case undefined:
      return null
  }
}
