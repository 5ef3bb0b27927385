import type { Eavesdropping } from '@v2scope/eavesdropper'
import type { EavesdropperWords } from '../../../words/eavesdropper.js'
import { NothingYet } from '../SessionLine.js'
import { Guesses } from './Guesses.js'
import { Segments } from './Segments.js'

interface Props {
  readonly TEXT: EavesdropperWords
  readonly now: Eavesdropping | undefined
}

/** What sizes and times say: of this session, and of many. */
export function Traffic({ TEXT, now }: Props) {
  const hasBytes = now !== undefined && now.segments.times.length > 0
  return (
    <>
      {hasBytes ? <Segments TEXT={TEXT} segments={now.segments} /> : <NothingYet TEXT={TEXT} />}
      <Guesses TEXT={TEXT} />
    </>
  )
}
