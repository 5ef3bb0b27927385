import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { join } from './join.js'

interface Props extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'ghost'
  /** Only an icon: `aria-label` says what it does. */
  readonly icon?: boolean
  readonly children: ReactNode
}

export function Button({ look = 'plain', icon = false, className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={join(
        styles.button,
        look !== 'plain' && styles[look],
        icon && styles.icon,
        className,
      )}
      {...rest}
    />
  )
}
