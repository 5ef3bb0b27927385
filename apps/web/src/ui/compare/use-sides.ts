/** Which session is on which side, and what is opened on one. */

import { useState } from 'react'
import type { SessionView } from '../../session/session-view.js'
import { forgetDropped } from '../recording/dropped-file.js'
import { useActions, useApp } from '../session-hooks.js'

export type Which = 'current' | 'previous'
export type SideName = 'left' | 'right'

export interface Side {
  readonly name: SideName
  readonly which: Which
  readonly view: SessionView
}

interface Place {
  /** Where the present session is. */
  readonly current: SideName
  /** Something is being opened on a side: it is there once the present session is another than this. */
  readonly opening?: { readonly side: SideName; readonly after: number | undefined }
}

export interface Sides {
  /** Undefined: there are not two. */
  readonly pair: { readonly left: Side; readonly right: Side } | undefined
  /** Shows a session on a side; the other one goes to the other. */
  readonly put: (side: SideName, which: Which) => void
  readonly openUrl: (side: SideName, url: string) => void
  readonly openFile: (side: SideName, file: File) => void
}

/** The last session is on the left, and the present one on the right, unless the reader has it otherwise. */
export function useSides(): Sides {
  const current = useApp((state) => state.current)
  const previous = useApp((state) => state.previous)
  const actions = useActions()
  const [place, setPlace] = useState<Place>({ current: 'right' })
  const { opening } = place
  const at = opening && opening.after !== current?.id ? opening.side : place.current
  const put = (side: SideName, which: Which) =>
    setPlace({ current: which === 'current' ? side : otherOf(side) })
  /** @returns whether the present session gives way: the other side stays as it is */
  const expect = (side: SideName): boolean => {
    setPlace({ current: at, opening: { side, after: current?.id } })
    return previous !== undefined && side === at
  }
  return {
    pair: current && previous && pairOf(current, previous, at),
    put,
    openUrl: (side, url) => {
      void actions.openUrl(url, expect(side))
    },
    openFile: (side, file) => {
      forgetDropped()
      actions.openFile(file, file.name, expect(side))
    },
  }
}

const otherOf = (side: SideName): SideName => (side === 'left' ? 'right' : 'left')

function pairOf(current: SessionView, previous: SessionView, at: SideName) {
  const [left, right] =
    at === 'left' ? ([current, previous] as const) : ([previous, current] as const)
  const whichOf = (view: SessionView): Which => (view === current ? 'current' : 'previous')
  return {
    left: { name: 'left', which: whichOf(left), view: left },
    right: { name: 'right', which: whichOf(right), view: right },
  } as const
}
