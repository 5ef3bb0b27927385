import type { Derivation } from '@v2scope/bip324'
import type { ReactNode } from 'react'
import { Rule } from '../details/Rule.js'
import { CopyButton } from '../parts/CopyButton.js'
import { toHexText } from '../parts/format.js'
import { Hex } from '../parts/Hex.js'
import { join } from '../parts/join.js'
import styles from './KeyValue.module.css'

const TEXT = {
  secret: 'secret',
  secretWhy: 'who knows it can read this connection, or pretend to be part of it',
  section: (section: string) => `· §${section}`,
  inputs: (names: readonly string[]) => `inputs: ${names.join(', ')}`,
  leftOut: 'left out of this recording: it holds no secrets',
}

export type Look = 'key' | 'terminator' | 'session' | 'you' | 'peer' | 'plain'

interface Props {
  readonly title: string
  readonly value: Uint8Array
  readonly formula: string
  readonly row: string
  readonly section: string
  readonly secret: boolean
  readonly look?: Look
  /** In a newcomer's words. */
  readonly note?: string | undefined
  /** Why the value isn't shown yet. */
  readonly withheld?: string | undefined
  readonly children?: ReactNode
}

/** One value of the key schedule: what it is, how it came about, and by which rule. */
export function KeyValue(props: Props) {
  const { title, value, formula, row, section, secret, look = 'plain', note, children } = props
  const withheld = isLeftOut(value) ? TEXT.leftOut : props.withheld
  const hex = toHexText(value)
  return (
    <article className={join(styles.value, styles[look])}>
      <header>
        <h4>{title}</h4>
        {secret && (
          <span className={styles.secret} title={TEXT.secretWhy}>
            {TEXT.secret}
          </span>
        )}
        <span className={styles.end}>
          <Rule row={row} />
          {withheld === undefined && <CopyButton text={hex} what={title} />}
        </span>
      </header>
      {withheld === undefined ? (
        <Hex hex={hex} />
      ) : (
        <p className={styles.withheld} data-testid="withheld">
          {withheld}
        </p>
      )}
      <p className={styles.formula}>
        {formula} <span className={styles.section}>{TEXT.section(section)}</span>
      </p>
      {note !== undefined && <p className={styles.note}>{note}</p>}
      {children}
    </article>
  )
}

/** A recording without secrets holds nothing where they were. */
const isLeftOut = (value: Uint8Array): boolean => value.length === 0

interface DerivedProps {
  readonly derivation: Derivation
  readonly title?: string
  readonly look?: Look
  readonly note?: string | undefined
  readonly withheld?: string | undefined
}

/** With the inputs of its formula by name, so that it can be computed again from the page alone. */
export function Derived({ derivation, title, ...rest }: DerivedProps) {
  const { name, output, formula, row, section, secret, inputs } = derivation
  const named = Object.entries(inputs)
  return (
    <KeyValue title={title ?? name} value={output} {...{ formula, row, section, secret }} {...rest}>
      {named.length > 0 && (
        <details className={styles.inputs}>
          <summary>{TEXT.inputs(named.map(([input]) => input))}</summary>
          <dl>
            {named.map(([input, value]) => (
              <div key={input}>
                <dt>{input}</dt>
                <Input name={input} value={value} />
              </div>
            ))}
          </dl>
        </details>
      )}
    </KeyValue>
  )
}

function Input({ name, value }: { readonly name: string; readonly value: Uint8Array }) {
  if (isLeftOut(value)) return <dd className={styles.withheld}>{TEXT.leftOut}</dd>
  return (
    <dd>
      <Hex hex={toHexText(value)} />
      <CopyButton text={toHexText(value)} what={name} />
    </dd>
  )
}
