import { hexGroups } from './format.js'
import styles from './Hex.module.css'
import { join } from './join.js'

const GROUPS_IN_HALF = 4

interface Props {
  readonly hex: string
  readonly large?: boolean
}

/** Hex in groups of 8 digits; where the line is short it wraps after 16 bytes, never elsewhere. */
export function Hex({ hex, large = false }: Props) {
  const groups = hexGroups(hex)
  const halves: (readonly string[])[] = []
  for (let i = 0; i < groups.length; i += GROUPS_IN_HALF) {
    halves.push(groups.slice(i, i + GROUPS_IN_HALF))
  }
  return (
    <code translate="no" className={join(styles.hex, large && styles.large)}>
      {halves.map((half, h) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
        <span className={styles.half} key={h}>
          {half.map((group, g) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
            <span className={styles.group} key={g}>
              {group}
            </span>
          ))}
        </span>
      ))}
    </code>
  )
}
