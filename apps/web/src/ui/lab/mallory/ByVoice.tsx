import type { MalloryWords } from '../../../words/mallory.js'
import { join } from '../../parts/join.js'
import styles from './ByVoice.module.css'
import type { BothIds } from './Comparing.js'
import { Found } from './Found.js'
import { aloud, firstOtherGroup, groupsOf } from './voice.js'

interface Props {
  readonly TEXT: MalloryWords
  readonly ids: BothIds
}

/** Two people on the telephone: group by group, until one is another. */
export function ByVoice({ TEXT, ids: { ours, theirs, node } }: Props) {
  const { compare: words } = TEXT
  const at = theirs === undefined ? undefined : firstOtherGroup(ours, theirs)
  const said = at ?? 0
  const mine = groupsOf(ours)[said]
  const its = theirs === undefined ? undefined : groupsOf(theirs)[said]
  return (
    <>
      <p className={styles.how}>{words.voice.how}</p>
      <Groups id={ours} label={words.yours} className={styles.first} at={at} />
      {theirs !== undefined && (
        <Groups id={theirs} label={words.theirs(node)} className={styles.second} at={at} />
      )}
      <dl className={styles.aloud}>
        {mine !== undefined && (
          <Aloud name={words.voice.yoursAloud} group={mine} digits={words.voice.digits} />
        )}
        {its !== undefined && (
          <Aloud name={words.voice.theirsAloud} group={its} digits={words.voice.digits} />
        )}
      </dl>
      <p className={styles.how}>{words.voice.all}</p>
      {theirs !== undefined && (
        <Found isSame={at === undefined}>
          {at === undefined ? words.voice.same : words.voice.found(at + 1)}
        </Found>
      )}
    </>
  )
}

interface GroupsProps {
  readonly id: string
  readonly label: string
  readonly className: string | undefined
  readonly at: number | undefined
}

function Groups({ id, label, className, at }: GroupsProps) {
  return (
    <ol className={join(styles.groups, className)} aria-label={label} translate="no">
      {groupsOf(id).map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: position is what they are
        <li key={i} className={join(i === at && styles.differs)}>
          {group}
        </li>
      ))}
    </ol>
  )
}

interface AloudProps {
  readonly name: string
  readonly group: string
  readonly digits: Readonly<Record<string, string>>
}

function Aloud({ name, group, digits }: AloudProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code translate="no">{group}</code> “{aloud(group, digits)}”
      </dd>
    </div>
  )
}
