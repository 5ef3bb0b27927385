import type { MalloryWords } from '../../../words/mallory.js'
import styles from './ByCode.module.css'
import type { BothIds } from './Comparing.js'
import { Found } from './Found.js'
import { type Connection, IdBlock } from './IdBlock.js'
import { pathOf, QUIET_ZONE, useQr } from './qr.js'
import { firstDifference } from './use-mallory.js'

interface Props {
  readonly TEXT: MalloryWords
  readonly ids: BothIds
}

/** What a camera reads in place of a person; what it reads stands beside it. */
export function ByCode({ TEXT, ids: { ours, theirs, node } }: Props) {
  const { compare: words } = TEXT
  const at = theirs === undefined ? undefined : firstDifference(ours, theirs)
  return (
    <>
      <p className={styles.how}>{words.code.how}</p>
      <div className={styles.codes}>
        <Code TEXT={TEXT} id={ours} of="first" whose={words.yours} at={at} />
        {theirs !== undefined && (
          <Code TEXT={TEXT} id={theirs} of="second" whose={words.theirs(node)} at={at} />
        )}
      </div>
      {theirs !== undefined && (
        <Found isSame={at === undefined}>{at === undefined ? words.same : words.code.found}</Found>
      )}
    </>
  )
}

interface CodeProps {
  readonly TEXT: MalloryWords
  readonly id: string
  readonly of: Connection
  readonly whose: string
  readonly at: number | undefined
}

function Code({ TEXT, id, of, whose, at }: CodeProps) {
  const { code: words } = TEXT.compare
  const qr = useQr(id)
  return (
    <figure className={styles.figure} data-testid={`qr-${of}`} data-state={qr.state}>
      <figcaption>{whose}</figcaption>
      {qr.state === 'there' ? (
        <svg
          className={styles.code}
          viewBox={viewBoxOf(qr.modules.size)}
          role="img"
          aria-label={words.image(whose)}
          shapeRendering="crispEdges"
        >
          <path d={pathOf(qr.modules)} />
        </svg>
      ) : (
        <p className={styles.how}>{qr.state === 'failed' ? words.notDrawn : words.drawing}</p>
      )}
      <IdBlock hex={id} of={of} differsAt={at} />
    </figure>
  )
}

const viewBoxOf = (size: number): string =>
  `${-QUIET_ZONE} ${-QUIET_ZONE} ${size + 2 * QUIET_ZONE} ${size + 2 * QUIET_ZONE}`
