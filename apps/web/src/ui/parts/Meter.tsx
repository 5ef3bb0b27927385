import styles from './Meter.module.css'

interface Props {
  readonly value: number
  readonly most: number
  readonly label: string
}

export function Meter({ value, most, label }: Props) {
  const share = Math.min(Math.max(value / most, 0), 1)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element takes no colours of ours
    <span
      className={styles.meter}
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={most}
    >
      <span style={{ width: `${share * 100}%` }} />
    </span>
  )
}
