/** Changes of keys, whole: the worker has them, and brings one at a time. */

import type { Rekeyed } from '@v2scope/bip324'
import type { Cipher } from '@v2scope/key-schedule'
import { useEffect, useState } from 'react'
import { useActions, useView } from '../session-hooks.js'

/** A change of keys, by the key that it gives. */
export interface WantedRekey {
  readonly of: 'sent' | 'received'
  readonly cipher: Cipher
  readonly epoch: number
}

export type RekeyView =
  | { readonly state: 'there'; readonly event: Rekeyed }
  | { readonly state: 'asking' }
  /** It never happened, or had to go. */
  | { readonly state: 'gone' }

interface Brought {
  readonly session: number
  readonly bySeq: ReadonlyMap<number, RekeyView>
}

/** In the order in which they are wanted. */
export function useRekeys(wanted: readonly WantedRekey[]): readonly RekeyView[] {
  const session = useView(({ id }) => id)
  const rekeys = useView((view) => view.rekeys)
  const latest = useView((view) => view.keyEvent)
  const { askKeyEvent } = useActions()
  const [brought, setBrought] = useState<Brought>({ session, bySeq: new Map() })
  const known = brought.session === session ? brought.bySeq : NONE
  const seqs = wanted.map(({ of, cipher, epoch }) => {
    for (const one of rekeys) {
      if (one.of === of && one.cipher === cipher && one.epoch === epoch) return one.seq
    }
    return undefined
  })
  const missing = seqs.find((seq) => seq !== undefined && !known.has(seq))
  useEffect(() => {
    if (missing === undefined) return
    // somebody else's is on its way: the next one waits for it
    if (latest.state === 'asking') return
    if (latest.state === 'none' || latest.seq !== missing) return askKeyEvent(missing)
    const view: RekeyView =
      latest.state === 'there' ? { state: 'there', event: latest.event } : { state: 'gone' }
    setBrought({ session, bySeq: new Map(known).set(missing, view) })
  }, [missing, latest, session, known, askKeyEvent])
  return seqs.map((seq) => {
    if (seq === undefined) return { state: 'gone' }
    return known.get(seq) ?? { state: 'asking' }
  })
}

const NONE: ReadonlyMap<number, RekeyView> = new Map()
