import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import styles from './PeerLine.module.css'

const TEXT = {
  transport: 'transport',
  via: (local: string, remote: string) => `${local} → ${remote}`,
  protocol: (version: number) => `protocol ${version}`,
  height: (height: number) => `height ${height}`,
  services: 'services',
}

/** The transport, apart from the phase; and who the peer says that it is. */
export function PeerLine({ short = false }: { readonly short?: boolean }) {
  const transport = useView(({ status }) => status.transport)
  const peer = useView(({ status }) => status.peerVersion)
  const local = useView(({ status }) => status.local)
  const remote = useView(({ status }) => status.remote)
  const chip = (
    <span
      className={join(styles.transport, styles[transport])}
      data-testid="transport"
      data-transport={transport}
    >
      {!short && <span className={styles.label}>{TEXT.transport} </span>}
      <b>{transport}</b>
    </span>
  )
  if (short) return chip
  return (
    <p className={styles.line}>
      {chip}
      {peer && (
        <>
          <code>{peer.userAgent}</code>
          <span title={peer.services.join(', ')}>
            {TEXT.protocol(peer.version)} · {TEXT.height(peer.startHeight)}
          </span>
        </>
      )}
      {local !== undefined && remote !== undefined && (
        <code className={styles.via}>{TEXT.via(local, remote)}</code>
      )}
    </p>
  )
}
