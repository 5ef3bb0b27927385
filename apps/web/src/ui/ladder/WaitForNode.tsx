import { Ear } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { CopyButton } from '../parts/CopyButton.js'
import { useIsLive, useView } from '../session-hooks.js'
import { addnodeCommand } from './addnode.js'
import styles from './WaitForNode.module.css'

/** Before a node has dialled: where it can, and how it is told to. */
export function WaitForNode() {
  const TEXT = useWords().ladder.dialled
  const network = useView(({ settings }) => settings.network)
  const address = useView(({ status }) => status.listening?.address)
  const isAwaited = useIsAwaited()
  if (!isAwaited) return null
  if (address === undefined) {
    return <p className={styles.panel}>{TEXT.opening}</p>
  }
  const command = addnodeCommand(address, network)
  return (
    <section className={styles.panel} aria-label={TEXT.title} data-testid="wait-for-node">
      <strong>
        <Ear size={15} aria-hidden />
        {TEXT.title}
      </strong>
      <p>{TEXT.port}</p>
      <p className={styles.copied}>
        <code translate="no" data-testid="listening-at">
          {address}
        </code>
        <CopyButton text={address} what={TEXT.address} />
      </p>
      <p>{TEXT.tell}</p>
      <p className={styles.copied}>
        <code translate="no" data-testid="addnode">
          {command}
        </code>
        <CopyButton text={command} what={TEXT.command} />
      </p>
      <small>{TEXT.v1}</small>
      {network === 'custom' && <small>{TEXT.custom}</small>}
      {isOnLoopback(address) && <small>{TEXT.loopback}</small>}
    </section>
  )
}

/** Whether the session that is shown waits for a node to dial it. */
export function useIsAwaited(): boolean {
  const isLive = useIsLive()
  const isWaiting = useView(
    ({ status }) => status.state === 'connecting' && status.listening !== undefined,
  )
  return isLive && isWaiting
}

const isOnLoopback = (address: string) => /^127\.|^\[::1\]/.test(address)
