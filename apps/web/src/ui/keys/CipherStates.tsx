import { REKEY_INTERVAL } from '@v2scope/bip324'
import { type Cipher, epochKeyId } from '@v2scope/key-schedule'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { count } from '../parts/format.js'
import { join } from '../parts/join.js'
import { useView } from '../session-hooks.js'
import { useUi } from '../ui-store.js'
import styles from './CipherStates.module.css'
import { useChooseNode } from './choose-node.js'
import { RekeyChain } from './RekeyChain.js'

const WAYS = ['sent', 'received'] as const
const CIPHERS = ['FSChaCha20Poly1305', 'FSChaCha20'] as const
type Way = (typeof WAYS)[number]

/** Bytes of keystream for each length. */
const LENGTH_LEN = 3
const KEY_LEN = 32

/** The four ciphers: which key each has, how far it is, and each change of it. */
export function CipherStates({ shown }: { readonly shown: number }) {
  const TEXT = useWords().keys.ciphers
  const has = useView(({ status }) => status.stats !== undefined)
  const core = useView(({ status }) => status.core)
  if (!has) return null
  return (
    <section className={styles.states} aria-label={TEXT.title}>
      <h3>{TEXT.title}</h3>
      {WAYS.map((of) =>
        CIPHERS.map((cipher) => (
          <CipherLine key={`${of} ${cipher}`} of={of} cipher={cipher} shown={shown} />
        )),
      )}
      {core && (
        <p className={styles.core} data-core={core}>
          {TEXT.core[core]}
        </p>
      )}
      <RekeyChain />
    </section>
  )
}

interface LineProps {
  readonly of: Way
  readonly cipher: Cipher
  /** The latest so many of its keys. */
  readonly shown: number
}

function CipherLine({ of, cipher, shown }: LineProps) {
  const TEXT = useWords().keys.ciphers
  const epoch = useView(({ status }) => status.stats?.[of].rekeys ?? 0)
  const left = useView(({ status }) => status.stats?.[of].packetsUntilRekey ?? REKEY_INTERVAL)
  const first = Math.max(0, epoch + 1 - shown)
  const epochs = Array.from({ length: epoch + 1 - first }, (_, i) => first + i)
  const Arrow = of === 'sent' ? ArrowRight : ArrowLeft
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is submitted
    <div className={styles.line} role="group" aria-label={TEXT.name(of, cipher)}>
      <span className={join(styles.name, of === 'sent' ? styles.you : styles.peer)} translate="no">
        <Arrow size={14} strokeWidth={2.5} aria-hidden />
        {cipher}
      </span>
      <span className={styles.epochs}>
        {first > 0 && <small>{TEXT.earlier(first)}</small>}
        {epochs.map((one) => (
          <Epoch
            key={one}
            of={of}
            cipher={cipher}
            epoch={one}
            done={one < epoch ? REKEY_INTERVAL : REKEY_INTERVAL - left}
          />
        ))}
        {cipher === 'FSChaCha20Poly1305' && <small>{TEXT.next(left)}</small>}
      </span>
    </div>
  )
}

interface EpochProps {
  readonly of: Way
  readonly cipher: Cipher
  readonly epoch: number
  /** Packets that its key has served. */
  readonly done: number
}

/** One key of a cipher; chosen, it shows what it came from. */
function Epoch({ of, cipher, epoch, done }: EpochProps) {
  const TEXT = useWords().keys.ciphers
  const role = useView(({ settings }) => settings.role)
  const isInitiator = (of === 'sent') === (role === 'initiator')
  const letter = cipher === 'FSChaCha20' ? 'L' : 'P'
  const id = epochKeyId({
    of,
    cipher,
    epoch,
    key: `${isInitiator ? 'initiator' : 'responder'}_${letter}`,
  })
  const chosen = useUi(({ keyNode }) => keyNode === id || keyNode === `${id}.keystream`)
  const choose = useChooseNode()
  const present = done < REKEY_INTERVAL
  return (
    <button
      type="button"
      className={join(styles.epoch, present && styles.present, chosen && styles.chosen)}
      aria-pressed={chosen}
      title={TEXT.choose(epoch)}
      style={present ? { backgroundSize: `${(done / REKEY_INTERVAL) * 100}% 100%` } : undefined}
      onClick={() => choose(chosen ? undefined : id)}
      data-testid="epoch"
    >
      {epoch === 0 ? TEXT.epoch(epoch) : count(epoch)} ·{' '}
      {cipher === 'FSChaCha20'
        ? TEXT.bytes(done * LENGTH_LEN, REKEY_INTERVAL * LENGTH_LEN, KEY_LEN)
        : TEXT.packets(done, REKEY_INTERVAL)}
    </button>
  )
}
