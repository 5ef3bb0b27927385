import { INBOUND } from '@v2scope/recording'
import { useWords } from '../../words/words.js'
import { Term } from '../glossary/Term.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import styles from './PeerLine.module.css'

/** The transport, apart from the phase; and who the peer says that it is. */
export function PeerLine({ short = false }: { readonly short?: boolean }) {
  const TEXT = useWords().state.peer
  const transport = useView(({ status }) => status.transport)
  const peer = useView(({ status }) => status.peerVersion)
  const local = useView(({ status }) => status.local)
  const remote = useView(({ status }) => status.remote)
  const isInbound = useView(({ settings }) => settings.peer === INBOUND)
  const [from, to] = isInbound ? [remote, local] : [local, remote]
  const chip = (
    <span
      className={join(styles.transport, styles[transport])}
      data-testid="transport"
      data-transport={transport}
    >
      {!short && <span className={styles.label}>{TEXT.transport} </span>}
      <b>
        {transport === 'detecting' ? (
          TEXT.transports[transport]
        ) : (
          <Term id={transport}>{TEXT.transports[transport]}</Term>
        )}
      </b>
    </span>
  )
  if (short) return chip
  return (
    <p className={styles.line}>
      {chip}
      {peer && (
        <>
          <code translate="no">{peer.userAgent}</code>
          <span title={peer.services.join(', ')} translate="no">
            {TEXT.protocol(peer.version)} · {TEXT.height(peer.startHeight)}
          </span>
        </>
      )}
      {from !== undefined && to !== undefined && (
        <code className={styles.via} translate="no">{`${from} → ${to}`}</code>
      )}
    </p>
  )
}
