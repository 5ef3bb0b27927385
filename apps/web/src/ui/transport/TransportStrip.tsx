import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import type { Layout } from '../parts/use-layout.js'
import { Scrubber } from './Scrubber.js'
import { SpeedChoice, TransportButtons } from './TransportButtons.js'
import styles from './TransportStrip.module.css'
import { useStepCommands } from './use-step-commands.js'

/** The line of all steps; where the line of the setup has no room, the buttons too. */
export function TransportStrip({ layout }: { readonly layout: Layout }) {
  useStepCommands()
  const words = useWords().stepping
  const withButtons = layout === 'narrow' || layout === 'middle'
  return (
    <section
      className={join(styles.strip, layout === 'narrow' && styles.narrow)}
      aria-label={words.label}
    >
      {withButtons && (
        <div className={styles.buttons}>
          <TransportButtons />
          <SpeedChoice />
        </div>
      )}
      <Scrubber />
    </section>
  )
}
