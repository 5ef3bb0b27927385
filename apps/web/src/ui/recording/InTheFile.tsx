import type { RecordingLevel } from '@v2scope/recording'
import { formatAddress } from '../../session/address.js'
import { useWords } from '../../words/words.js'
import { CopyButton } from '../parts/CopyButton.js'
import { useView } from '../session-hooks.js'
import styles from './SaveDialog.module.css'
import { estimatedSize } from './size-estimate.js'

/** How much there is to keep. */
export function InTheFile({ level }: { readonly level: RecordingLevel }) {
  const TEXT = useWords().recording.inFile
  const items = useView((view) => view.items.length)
  const status = useView((view) => view.status)
  const fromSeed = useView(({ recording, status: { isFromSeed } }) => !recording && isFromSeed)
  const { stats, droppedBytes } = status
  const estimate = estimatedSize(status, level)
  return (
    <section className={styles.file}>
      <h3>{TEXT.title}</h3>
      <ul>
        <li>
          {stats ? TEXT.onWire(items, stats.sent.bytes + stats.received.bytes) : TEXT.events(items)}
          {estimate !== undefined && !fromSeed && TEXT.about(estimate)}
        </li>
        {fromSeed && <li>{TEXT.all}</li>}
        {fromSeed && level !== 'secrets' && <li>{TEXT.noSeed}</li>}
        {droppedBytes > 0 && <li>{TEXT.dropped(droppedBytes)}</li>}
      </ul>
    </section>
  )
}

/** Of a session that its seed made: there is no need for a file. */
export function SeedLink() {
  const TEXT = useWords().recording.inFile
  const settings = useView((view) => view.settings)
  const fromSeed = useView(({ status }) => status.isFromSeed === true)
  if (!fromSeed || settings.seed === undefined) return null
  const link = new URL(formatAddress(settings), location.href).href
  return (
    <section className={styles.link}>
      <p>{TEXT.link}</p>
      <p className={styles.value}>
        <code translate="no">{link}</code>
        <CopyButton text={link} what={TEXT.copy} labelled />
      </p>
    </section>
  )
}
