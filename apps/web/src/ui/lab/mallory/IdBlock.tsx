import { hexGroups } from '../../parts/format.js'
import { join } from '../../parts/join.js'
import styles from './IdBlock.module.css'

/** Which of the two connections something belongs to: hers with us, or hers with the peer. */
export type Connection = 'first' | 'second'

interface Props {
  readonly hex: string
  readonly of: Connection
  /** Where, from 0, it differs from another: that group is marked. */
  readonly differsAt?: number | undefined
}

/** 32 bytes in four lines: two that stand beside each other are compared line by line. */
export function IdBlock({ hex, of, differsAt }: Props) {
  const groups = hexGroups(hex)
  const marked = differsAt === undefined ? -1 : Math.floor(differsAt / 8)
  return (
    <code className={join(styles.id, styles[of])} translate="no">
      {groups.map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
        <span key={i} className={join(i === marked && styles.differs)}>
          {group}
        </span>
      ))}
    </code>
  )
}
