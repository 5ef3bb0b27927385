import type { EllswiftDecoding } from '@v2scope/bip324'
import { Rule } from '../details/Rule.js'
import { CopyButton } from '../parts/CopyButton.js'
import { toHexText } from '../parts/format.js'
import { Hex } from '../parts/Hex.js'
import { join } from '../parts/join.js'
import { Candidates } from './Candidates.js'
import styles from './EllswiftKey.module.css'
import { KeyValue } from './KeyValue.js'

const TEXT = {
  ours: 'ElligatorSwift key, yours',
  theirs: 'ElligatorSwift key, the peer’s',
  sent: 'sent',
  received: 'received',
  looks: '64 bytes, u ‖ t, that look random',
  x: { ours: 'x of your key', theirs: 'x of the peer’s key' },
  steps: 'how u and t give x',
}
const HALF = 32

interface Props {
  readonly whose: 'ours' | 'theirs'
  /** 64 bytes. */
  readonly ellswift: Uint8Array
  /** Undefined until both keys are there. */
  readonly decoding: EllswiftDecoding | undefined
}

/** A public key as it crossed the wire, and the x that it stands for. */
export function EllswiftKey({ whose, ellswift, decoding }: Props) {
  return (
    <>
      <article className={join(styles.key, styles[whose])}>
        <header>
          <h4>{TEXT[whose]}</h4>
          <span className={styles.end}>
            <Rule row={whose === 'ours' ? 'K6' : 'K5'} />
            <CopyButton text={toHexText(ellswift)} what={TEXT[whose]} />
          </span>
        </header>
        <dl>
          <dt>u</dt>
          <dd>
            <Hex hex={toHexText(ellswift.subarray(0, HALF))} />
          </dd>
          <dt>t</dt>
          <dd>
            <Hex hex={toHexText(ellswift.subarray(HALF))} />
          </dd>
        </dl>
        <p>
          {TEXT.looks} · {whose === 'ours' ? TEXT.sent : TEXT.received}
        </p>
      </article>
      {decoding && (
        <KeyValue
          title={TEXT.x[whose]}
          value={decoding.x.output}
          formula={decoding.x.formula}
          row={decoding.x.row}
          section={decoding.x.section}
          secret={decoding.x.secret}
          look={whose === 'ours' ? 'you' : 'peer'}
        >
          <Candidates decoding={decoding} summary={TEXT.steps} />
        </KeyValue>
      )}
    </>
  )
}
