import { SIMULATED } from '@v2scope/recording'
import { Check, Play } from 'lucide-react'
import { useId } from 'react'
import type { ShapingWords } from '../../../words/shaping.js'
import { useWords } from '../../../words/words.js'
import { Button } from '../../parts/Button.js'
import { join } from '../../parts/join.js'
import { useActions, useCanSend } from '../../session-hooks.js'
import { useLabPeer } from '../peer/lab-peer.js'
import { MimicSource } from './MimicSource.js'
import styles from './Settings.module.css'
import {
  chooseBothWays,
  isIn,
  isSamePlan,
  SETTINGS,
  type Setting,
  type ShapingProblem,
  useShapingChoice,
  writeSetting,
} from './shaping-choice.js'
import { useChosenPlan, useIsShapeable, useShapingStanding } from './use-shaping.js'

/** The chosen strategy's settings: for the next session, or for this one while it runs. */
export function Settings({ TEXT }: { readonly TEXT: ShapingWords }) {
  const { settings: words } = TEXT
  const strategy = useShapingChoice((choice) => choice.strategy)
  const chosen = useChosenPlan()
  const { labCommand } = useActions()
  const isShapeable = useIsShapeable()
  const mayApply = isShapeable && strategy !== 'handshake decoys'
  return (
    <form
      className={styles.settings}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (mayApply && 'plan' in chosen) labCommand({ type: 'shape', shaping: chosen.plan })
      }}
    >
      <div className={styles.fields}>
        {SETTINGS[strategy].map((setting) => (
          <Field key={setting.name} setting={setting} TEXT={TEXT} />
        ))}
        {strategy === 'mimic' && <MimicSource TEXT={TEXT} />}
        {strategy !== 'none' && <BothWays TEXT={TEXT} />}
      </div>
      {'problem' in chosen && <Problem problem={chosen.problem} TEXT={TEXT} />}
      <div className={styles.foot}>
        <Buttons TEXT={TEXT} mayApply={mayApply} />
        <SaySomething TEXT={TEXT} />
      </div>
    </form>
  )
}

interface ButtonsProps {
  readonly TEXT: ShapingWords
  readonly mayApply: boolean
}

function Buttons({ TEXT: { settings: words }, mayApply }: ButtonsProps) {
  const strategy = useShapingChoice((choice) => choice.strategy)
  const chosen = useChosenPlan()
  const { start, canStart } = useLabPeer()
  const isShapeable = useIsShapeable()
  const standing = useShapingStanding()
  const isInForce = 'plan' in chosen && standing && isSamePlan(chosen.plan, standing.plan)
  const begin = () => {
    if ('plan' in chosen) start(chosen.plan ? { shaping: chosen.plan } : {})
  }
  return (
    <>
      {mayApply && (
        <Button
          type="submit"
          look={isInForce || 'problem' in chosen ? 'plain' : 'primary'}
          aria-disabled={isInForce || 'problem' in chosen}
          data-testid="shaping-apply"
        >
          {isInForce && <Check size={14} aria-hidden />}
          {isInForce ? words.applied : words.apply}
        </Button>
      )}
      <Button
        look={mayApply || 'problem' in chosen ? 'plain' : 'primary'}
        aria-disabled={!canStart || 'problem' in chosen}
        onClick={begin}
        data-testid="shaping-start"
      >
        <Play size={14} aria-hidden />
        {isShapeable ? words.again : words.start}
      </Button>
      {strategy === 'handshake decoys' && <span className={styles.note}>{words.atStart}</span>}
    </>
  )
}

/** So that there is something real in the picture. */
function SaySomething({ TEXT: { settings: words } }: { readonly TEXT: ShapingWords }) {
  const { actions } = useWords().footer
  const { ping, askHeaders } = useActions()
  const canSend = useCanSend()
  return (
    <span className={styles.say}>
      <span className={styles.note}>{words.say}</span>
      <Button disabled={!canSend} onClick={ping} data-testid="shaping-ping">
        {actions.ping}
      </Button>
      <Button disabled={!canSend} onClick={askHeaders} data-testid="shaping-headers">
        {actions.headers}
      </Button>
    </span>
  )
}

function Problem({
  problem,
  TEXT,
}: {
  readonly problem: ShapingProblem
  readonly TEXT: ShapingWords
}) {
  const { settings: words } = TEXT
  if (problem.kind === 'setting' || problem.kind === 'no model') return null
  return (
    <p role="status" className={join(styles.note, styles.bad)}>
      {problem.kind === 'too fast' ? words.tooFast : words.tooMuch}
    </p>
  )
}

interface FieldProps {
  readonly setting: Setting
  readonly TEXT: ShapingWords
}

function Field({ setting, TEXT: { settings: words } }: FieldProps) {
  const { name, unit, least, most } = setting
  const { actions } = useWords().footer
  const written = useShapingChoice((choice) => choice.written[choice.strategy])
  const hint = useId()
  const isBad = !isIn(setting, written)
  return (
    <label className={styles.field}>
      <span className={styles.name}>{words.names[name]}</span>
      <span className={join(styles.input, isBad && styles.wrong)}>
        <input
          value={written[name] ?? ''}
          size={7}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={isBad}
          aria-describedby={isBad ? hint : undefined}
          onChange={({ target }) => writeSetting(name, target.value)}
          data-testid={`setting-${name}`}
        />
        <span aria-hidden translate="no">
          {unit}
        </span>
      </span>
      {isBad && (
        <span id={hint} role="status" className={join(styles.note, styles.bad)}>
          {actions.allowed(least, most, unit)}
        </span>
      )}
    </label>
  )
}

/** A real node can't be made to shape what it sends. */
function BothWays({ TEXT: { settings: words } }: { readonly TEXT: ShapingWords }) {
  const isSimulated = useLabPeer().draft.peer === SIMULATED
  const isBothWays = useShapingChoice((choice) => choice.isBothWays)
  if (!isSimulated) return <p className={styles.note}>{words.oneWay}</p>
  return (
    <label className={styles.both}>
      <input
        type="checkbox"
        checked={isBothWays}
        onChange={({ target }) => chooseBothWays(target.checked)}
        data-testid="shaping-both"
      />
      {words.bothWays}
    </label>
  )
}
