import { EyeOff, ShieldCheck, TriangleAlert } from 'lucide-react'
import type { MalloryWords } from '../../../words/mallory.js'
import { join } from '../../parts/join.js'
import { useWholeView } from '../../session-hooks.js'
import { useVerdict, type Verdict } from './use-mallory.js'
import styles from './VerdictPanel.module.css'

const LOOKS: Readonly<Record<Verdict, 'quiet' | 'bad' | 'good'>> = {
  none: 'quiet',
  over: 'quiet',
  'not compared': 'quiet',
  unavailable: 'quiet',
  dropped: 'quiet',
  v1: 'bad',
  different: 'bad',
  equal: 'good',
}
const ICONS = { quiet: EyeOff, bad: TriangleAlert, good: ShieldCheck }

/** What the ids say, and what would have been known without them: for somebody new to it. */
export function VerdictPanel({ TEXT }: { readonly TEXT: MalloryWords }) {
  const verdict = useVerdict()
  const isCalled = useWholeView(({ settings }) => settings.role === 'responder')
  const { verdict: words } = TEXT
  const look = LOOKS[verdict]
  const Icon = ICONS[look]
  return (
    <section className={join(styles.panel, styles[look])} aria-label={words.title}>
      <Icon size={20} aria-hidden />
      <div className={styles.says}>
        <h3>{words.title}</h3>
        <div role="status" data-testid="mallory-verdict" data-verdict={verdict}>
          <p className={styles.sentence}>{sentenceOf(verdict, isCalled, TEXT)}</p>
        </div>
        {verdict === 'different' && (
          <>
            <p>{words.wouldHave}</p>
            <p>{words.nothingOnScreen}</p>
          </>
        )}
      </div>
    </section>
  )
}

function sentenceOf(verdict: Verdict, isCalled: boolean, { verdict: words }: MalloryWords): string {
  switch (verdict) {
    case 'none':
      return words.notYet
    case 'over':
      return words.over
    case 'v1':
      return words.v1
    case 'dropped':
      return isCalled ? words.droppedCalled : words.dropped
    case 'not compared':
      return words.compareFirst
    case 'unavailable':
      return words.unchecked
    case 'equal':
      return words.equal
    case 'different':
      return words.different
  }
}
