/** What the page asks about single items, answered. */

import { assertNever } from '@v2scope/bip324'
import type { FromWorker, ToWorker } from './contract.js'
import type { DetailsCode } from './lazy-code.js'
import type { Session } from './session.js'

export type ItemAsk = Extract<ToWorker, { type: 'detail' | 'held' | 'parts' | 'leaves' }>

/** @param session undefined where it is no longer kept */
export function answerAsk(
  ask: ItemAsk,
  session: Session | undefined,
  code: DetailsCode,
): FromWorker {
  const details = session?.details(code)
  switch (ask.type) {
    case 'detail': {
      const { seq } = ask
      return { type: 'detail', session: ask.session, seq, detail: details?.detail(seq) }
    }
    case 'held': {
      const { id } = ask
      const event = session?.heldEvent(id)
      return { type: 'held', session: ask.session, id, detail: event && details?.of(event) }
    }
    case 'parts': {
      const { seq, path, from } = ask
      const parts = details?.parts(seq, path, from) ?? []
      return { type: 'parts', session: ask.session, seq, path, from, parts }
    }
    case 'leaves': {
      const { seq, start, end } = ask
      const leaves = details?.leaves(seq, start, end) ?? []
      return { type: 'leaves', session: ask.session, seq, located: { start, end, leaves } }
    }
    default:
      return assertNever(ask)
  }
}
