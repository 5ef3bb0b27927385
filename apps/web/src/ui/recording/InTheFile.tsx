import type { RecordingLevel } from '@v2scope/recording'
import { formatAddress } from '../../session/address.js'
import { CopyButton } from '../parts/CopyButton.js'
import { plural, size } from '../parts/format.js'
import { useView } from '../session-hooks.js'
import styles from './SaveDialog.module.css'
import { estimatedSize } from './size-estimate.js'

const TEXT = {
  file: 'In the file',
  events: (n: number) => plural(n, 'event'),
  onWire: (events: string, bytes: string) => `${events} on the wire, ${bytes}`,
  about: (bytes: string) => `about ${bytes} as a file`,
  dropped: (bytes: string) => `${bytes} of payload had been dropped, and are missing`,
  all: 'All 60 s of the seed’s story, and not only what has been shown so far',
  noSeed: 'Not the seed: every key comes from it, so it is a secret too',
  link: 'The link alone makes this session again, to the last byte.',
  copy: 'the link',
}

/** How much there is to keep. */
export function InTheFile({ level }: { readonly level: RecordingLevel }) {
  const items = useView((view) => view.items.length)
  const status = useView((view) => view.status)
  const fromSeed = useView(({ recording, status: { isFromSeed } }) => !recording && isFromSeed)
  const { stats, droppedBytes } = status
  const estimate = estimatedSize(status, level)
  const events = TEXT.events(items)
  return (
    <section className={styles.file}>
      <h3>{TEXT.file}</h3>
      <ul>
        <li>
          {stats ? TEXT.onWire(events, size(stats.sent.bytes + stats.received.bytes)) : events}
          {estimate !== undefined && !fromSeed && ` · ${TEXT.about(size(estimate))}`}
        </li>
        {fromSeed && <li>{TEXT.all}</li>}
        {fromSeed && level !== 'secrets' && <li>{TEXT.noSeed}</li>}
        {droppedBytes > 0 && <li>{TEXT.dropped(size(droppedBytes))}</li>}
      </ul>
    </section>
  )
}

/** Of a session that its seed made: there is no need for a file. */
export function SeedLink() {
  const settings = useView((view) => view.settings)
  const fromSeed = useView(({ status }) => status.isFromSeed === true)
  if (!fromSeed || settings.seed === undefined) return null
  const link = new URL(formatAddress(settings), location.href).href
  return (
    <section className={styles.link}>
      <p>{TEXT.link}</p>
      <p className={styles.value}>
        <code>{link}</code>
        <CopyButton text={link} what={TEXT.copy} labelled />
      </p>
    </section>
  )
}
