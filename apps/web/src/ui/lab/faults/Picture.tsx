import type { FaultPlan, Misbehaviour, PacketPart, Place } from '@v2scope/lab'
import { ArrowLeft, ArrowRight, Zap } from 'lucide-react'
import type { FaultsWords } from '../../../words/faults.js'
import { join } from '../../parts/join.js'
import { sideOf } from './chosen-fault.js'
import { PARTS } from './own/own-draft.js'
import styles from './Picture.module.css'

type Block = 'key' | 'garbage' | 'terminator' | 'packet' | 'v1'

interface Target {
  readonly block: Block
  readonly part?: PacketPart | undefined
}

const KEY_BYTES = 64

/** Where it is in a stream: undefined where nobody can say so beforehand. */
function targetOf(plan: FaultPlan): Target | undefined {
  return plan.on === 'peer' ? MISDEEDS[plan.misbehaviour] : placeOf(plan.fault.where)
}

function placeOf(where: Place): Target | undefined {
  switch (where.at) {
    case 'byte':
      return where.offset < KEY_BYTES ? { block: 'key' } : undefined
    case 'key':
    case 'garbage':
    case 'terminator':
      return { block: where.at }
    case 'packet':
    case 'next packet':
      return { block: 'packet', part: where.part }
  }
}

const MISDEEDS: Readonly<Record<Misbehaviour, Target>> = {
  'wrong garbage': { block: 'garbage' },
  'no AAD': { block: 'packet', part: 'tag' },
  'wrong terminator': { block: 'terminator' },
  'garbage of 4096': { block: 'garbage' },
  'oversized packet': { block: 'packet', part: 'contents' },
  'reserved header bits': { block: 'packet', part: 'header' },
  'version packet with contents': { block: 'packet', part: 'contents' },
  'wrong network magic': { block: 'terminator' },
  'v1 instead of v2': { block: 'v1' },
  'early answer': { block: 'key' },
  'private key used twice': { block: 'key' },
}

const STREAM = ['key', 'garbage', 'terminator', 'packet', 'packet'] as const

interface Props {
  readonly TEXT: FaultsWords
  readonly plan: FaultPlan
}

/** The stream of the direction that it is in, with what is hit; the sentence above says the same. */
export function Picture({ TEXT, plan }: Props) {
  const words = TEXT.picture
  const isOurs = sideOf(plan) === 'ours'
  const target = targetOf(plan)
  const Arrow = isOurs ? ArrowRight : ArrowLeft
  const blocks: readonly Block[] = target?.block === 'v1' ? ['v1', 'v1', 'v1'] : STREAM
  // of two packets the later one: the first is the version packet
  const isFirst =
    plan.on === 'peer' ? plan.misbehaviour !== 'oversized packet' : isFirstPacket(plan)
  const hit = isFirst
    ? blocks.indexOf(target?.block ?? 'v1')
    : blocks.lastIndexOf(target?.block ?? 'v1')
  return (
    <div className={styles.picture} aria-hidden>
      <span className={styles.you}>{words.you}</span>
      <Arrow size={16} className={styles.arrow} />
      <span className={styles.stream}>
        {blocks.map((block, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
            key={i}
            className={join(
              styles.block,
              styles[block],
              target !== undefined && i === hit && styles.hit,
            )}
          >
            {target !== undefined && i === hit && <Zap size={15} className={styles.mark} />}
            {words.stream[block]}
          </span>
        ))}
      </span>
      <Arrow size={16} className={styles.arrow} />
      <span className={styles.peer}>{words.peer}</span>
      {target?.part && <Parts TEXT={TEXT} hit={target.part} />}
    </div>
  )
}

const isFirstPacket = (plan: Extract<FaultPlan, { on: 'wire' }>): boolean =>
  plan.fault.where.at === 'packet' && plan.fault.where.number === 0

function Parts({ TEXT, hit }: { readonly TEXT: FaultsWords; readonly hit: PacketPart }) {
  return (
    <span className={styles.parts}>
      {PARTS.map((part) => (
        <span
          key={part}
          className={join(styles.block, styles[part.replace(' ', '')], part === hit && styles.hit)}
        >
          {part === hit && <Zap size={15} className={styles.mark} />}
          {TEXT.picture.parts[part]}
        </span>
      ))}
    </span>
  )
}
