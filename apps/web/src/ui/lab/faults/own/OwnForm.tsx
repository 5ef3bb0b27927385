import { useState } from 'react'
import type { FaultsWords } from '../../../../words/faults.js'
import { useWords } from '../../../../words/words.js'
import { Button } from '../../../parts/Button.js'
import { hexOfByte } from '../../../parts/format.js'
import { useActions, useCanSend, useWholeView } from '../../../session-hooks.js'
import { Choice, Field } from '../../../setup/Field.js'
import { writeOwn } from '../chosen-fault.js'
import styles from './OwnForm.module.css'
import {
  fieldsOf,
  isOfPacket,
  KINDS,
  type OwnDraft,
  type OwnField,
  PARTS,
  PLACES,
} from './own-draft.js'
import { bitsOf, ownText, type ReadOwn } from './read-own.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly draft: OwnDraft
  readonly read: ReadOwn
}

/** Bytes whose mask is shown. */
const MOST_MASKS = 4
const BITS = 8
const WIDTHS: Readonly<Partial<Record<OwnField, number>>> = { bits: 18, bytes: 18 }
const WORDY: readonly OwnField[] = ['bits', 'bytes']

/** A fault of the reader’s own: where, and what is done there. */
export function OwnForm({ TEXT, draft, read }: Props) {
  const words = TEXT.own
  const session = useWholeView(({ id }) => id)
  const change = (news: Partial<OwnDraft>) => writeOwn({ ...draft, ...news })
  return (
    <div className={styles.own} data-testid="own-fault">
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.fields}>
        <Choice
          label={TEXT.direction.legend}
          value={draft.direction}
          options={(['sent', 'received'] as const).map((value) => ({
            value,
            label: TEXT.direction[value],
          }))}
          onChange={(value) => change({ direction: value === 'sent' ? 'sent' : 'received' })}
        />
        <Choice
          label={words.at}
          value={draft.at}
          options={PLACES.map((value) => ({ value, label: words.places[value] }))}
          onChange={(value) => change({ at: PLACES.find((at) => at === value) ?? draft.at })}
        />
        {isOfPacket(draft.at) && (
          <Choice
            label={words.part}
            value={draft.part}
            options={(['all', ...PARTS] as const).map((value) => ({
              value,
              label: words.parts[value],
            }))}
            onChange={(value) => change({ part: PARTS.find((part) => part === value) ?? 'all' })}
          />
        )}
        <Choice
          label={words.kind}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => change({ kind: KINDS.find((kind) => kind === value) ?? draft.kind })}
        />
        {fieldsOf(draft).map((field) => (
          <Written key={field} field={field} TEXT={TEXT} draft={draft} read={read} />
        ))}
      </div>
      {draft.kind === 'flip' && <Mask TEXT={TEXT} text={draft.texts.bits} />}
      <Now key={session} TEXT={TEXT} read={read} />
    </div>
  )
}

interface WrittenProps extends Props {
  readonly field: OwnField
}

function Written({ field, TEXT, draft, read }: WrittenProps) {
  const words = TEXT.own
  const problem = read.problems?.get(field)
  const isWordy = WORDY.includes(field)
  return (
    <Field
      label={words.fields[field]}
      value={draft.texts[field]}
      hint={problem ? words.problem(field, problem) : words.hints[field]}
      wrong={problem !== undefined}
      width={WIDTHS[field] ?? 8}
      wide={isWordy}
      numeric={!isWordy}
      testId={`own-${field}`}
      onChange={(text) => writeOwn({ ...draft, texts: { ...draft.texts, [field]: text } })}
    />
  )
}

/** What the numbers of bits come to, byte by byte. */
function Mask({ TEXT, text }: { readonly TEXT: FaultsWords; readonly text: string }) {
  const masks = new Map<number, number>()
  for (const bit of bitsOf(text) ?? []) {
    const byte = Math.floor(bit / BITS)
    masks.set(byte, (masks.get(byte) ?? 0) | (1 << (bit % BITS)))
  }
  const shown = [...masks].slice(0, MOST_MASKS)
  if (shown.length === 0) return null
  return (
    <p className={styles.mask} data-testid="own-mask">
      {shown.map(([byte, mask]) => TEXT.own.mask(byte, hexOfByte(mask))).join(' · ')}
      {masks.size > shown.length && ' …'}
    </p>
  )
}

/** What was asked for, and may be refused. */
interface Asked {
  readonly fault: string
  /** The latest refusal then. */
  readonly notice: number
}

/** To a session of the Lab that is open. */
function Now({ TEXT, read: { fault } }: Pick<Props, 'TEXT' | 'read'>) {
  const { labCommand } = useActions()
  const { failures } = useWords()
  const isOfLab = useWholeView(({ lab }) => lab !== undefined)
  const notice = useWholeView(({ status }) => status.notice)
  const canSend = useCanSend()
  const [asked, setAsked] = useState<Asked>()
  if (!isOfLab || !canSend) return null
  const isRefused =
    notice && asked && fault && asked.fault === ownText(fault) && notice.id > asked.notice
  const ask = () => {
    if (!fault) return
    setAsked({ fault: ownText(fault), notice: notice?.id ?? 0 })
    labCommand({ type: 'interfere', fault })
  }
  return (
    <div className={styles.now}>
      <Button aria-disabled={!fault} title={TEXT.own.nowWhy} onClick={ask} data-testid="own-now">
        {TEXT.own.now}
      </Button>
      <span role="status" className={styles.refused} data-testid="own-refused">
        {isRefused && failures.refusal(notice.code, notice.text)}
      </span>
    </div>
  )
}
