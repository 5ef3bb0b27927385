import { assertNever } from '@v2scope/bip324'
import type { ProbeResult } from '../../session/probe-result.js'
import type { BridgeWords } from '../../words/bridge.js'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { hexOfByte } from '../parts/format.js'
import { InEnglish } from '../parts/InEnglish.js'
import styles from './Facts.module.css'

type Words = BridgeWords['probe']

interface Props {
  readonly words: Words
  readonly peer: string
  /** Undefined while it is being waited for. */
  readonly result: ProbeResult | undefined
  readonly onAgain: () => void
}

/** What a probe found. */
export function ProbeSays({ words, peer, result, onAgain }: Props) {
  return (
    <>
      <p className={styles.title}>
        <code translate="no">{peer}</code>
      </p>
      <div
        role="status"
        className={styles.found}
        data-testid="probe-says"
        data-kind={result?.kind ?? 'asking'}
      >
        {result ? <Finding words={words} result={result} /> : <p>{words.asking}</p>}
      </div>
      <p className={styles.note}>{words.inTheClear}</p>
      {result && (
        <p>
          <Button onClick={onAgain} data-testid="probe-again">
            {words.again}
          </Button>
        </p>
      )}
    </>
  )
}

function Finding({ words, result }: { readonly words: Words; readonly result: ProbeResult }) {
  switch (result.kind) {
    case 'node':
      return <Node words={words} node={result} />
    case 'other network':
      return <p className={styles.bad}>{words.otherNetwork(result.network)}</p>
    case 'no version':
      return <p className={styles.bad}>{words.noVersion}</p>
    case 'something else':
      return <Other words={words} other={result} />
    case 'hung up':
      return <p className={styles.bad}>{words.hungUp[result.how]}</p>
    case 'no answer':
      return <p className={styles.bad}>{result.isOpen ? words.silent : words.noAnswer}</p>
    case 'no way':
      return <NoWay {...result} />
    default:
      return assertNever(result)
  }
}

type Of<K extends ProbeResult['kind']> = Extract<ProbeResult, { kind: K }>

function Node({ words, node }: { readonly words: Words; readonly node: Of<'node'> }) {
  return (
    <>
      <p>{words.node}</p>
      <p>
        <code translate="no" className={styles.bytes}>
          {node.userAgent}
        </code>
      </p>
      <dl className={styles.facts}>
        <dt>{words.protocol}</dt>
        <dd>{node.version}</dd>
        <dt>{words.height}</dt>
        <dd>{node.startHeight}</dd>
        <dt>{words.services}</dt>
        {node.services.length === 0 ? (
          <dd>{words.none}</dd>
        ) : (
          <dd translate="no">{node.services.join(', ')}</dd>
        )}
      </dl>
      <p className={node.offersV2 ? styles.good : styles.bad}>
        {node.offersV2 ? words.v2 : words.v1Only}
      </p>
    </>
  )
}

interface OtherProps {
  readonly words: Words
  readonly other: Of<'something else'>
}

function Other({ words, other: { protocol, begins } }: OtherProps) {
  const text = String.fromCharCode(...begins).replace(/[^ -~]/g, '·')
  return (
    <>
      <p className={styles.bad}>
        {protocol === undefined ? words.somethingElse : words.protocols[protocol]}
      </p>
      <p>
        {words.begins}{' '}
        <code translate="no" className={styles.bytes}>
          {Array.from(begins, hexOfByte).join(' ')}
        </code>{' '}
        <code translate="no" className={styles.bytes}>
          “{text}”
        </code>
      </p>
    </>
  )
}

/** As a session would fail. */
function NoWay({ code, message }: Of<'no way'>) {
  const TEXT = useWords().failures
  return (
    <>
      <p className={styles.bad}>{TEXT.what(code, message)}</p>
      <InEnglish>{message}</InEnglish>
    </>
  )
}
