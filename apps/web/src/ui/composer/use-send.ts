/** Sending, whether it can be done, and what has become of what was sent. */

import { useCallback, useMemo, useState } from 'react'
import type { WireItem } from '../../session/item.js'
import type { ItemList } from '../../session/item-list.js'
import { useWords } from '../../words/words.js'
import { useActions, useIsPresent, useWholeView } from '../session-hooks.js'
import type { Order } from './compose.js'

/** That it is a recording, the last session, over, or not established yet. */
export type WhyNot = 'recording' | 'past' | 'over' | 'early'

/** Why nothing can be sent; undefined where it can. */
export function useWhyNot(): WhyNot | undefined {
  const present = useIsPresent()
  const isRecording = useWholeView(({ recording }) => recording !== undefined)
  const state = useWholeView(({ status }) => status.state)
  if (isRecording) return 'recording'
  if (!present) return 'past'
  switch (state) {
    case 'established':
    case 'ready':
      return undefined
    case 'failed':
    case 'closed':
      return 'over'
    default:
      return 'early'
  }
}

interface Sending {
  readonly session: number
  /** Items of the list when it was asked for. */
  readonly from: number
  /** The latest refusal then. */
  readonly notice: number
  readonly order: Order
}

export interface Sent {
  /** Once it has gone out. */
  readonly item: WireItem | undefined
  /** Why it has not. */
  readonly refusal: string | undefined
  /** Hold keeps it from the wire. */
  readonly isHeld: boolean
}

const NOTHING: Sent = { item: undefined, refusal: undefined, isHeld: false }

/** Sends, and finds what was sent last among the items. */
export function useSend(): { readonly send: (order: Order) => void; readonly sent: Sent } {
  const { sendMessage, sendContents } = useActions()
  const words = useWords().failures
  const session = useWholeView(({ id }) => id)
  const items = useWholeView((view) => view.items)
  const notice = useWholeView(({ status }) => status.notice)
  const isHolding = useWholeView(({ status }) => (status.hold?.count ?? 0) > 0)
  const [sending, setSending] = useState<Sending | undefined>(undefined)
  const from = items.length
  const noticeId = notice?.id ?? 0
  const send = useCallback(
    (order: Order) => {
      setSending({ session, from, notice: noticeId, order })
      if (order.as === 'message') sendMessage(order.messageType, order.payload, order.form)
      else sendContents(order.contents)
    },
    [sendMessage, sendContents, session, from, noticeId],
  )
  const item = useMemo(() => sending && findSent(items, sending), [items, sending])
  if (sending === undefined || sending.session !== session) return { send, sent: NOTHING }
  const isRefused = item === undefined && noticeId > sending.notice
  return {
    send,
    sent: {
      item,
      isHeld: isHolding && item === undefined && !isRefused,
      refusal: isRefused && notice ? words.refusal(notice.code, notice.text) : undefined,
    },
  }
}

function findSent(items: ItemList, { from, order }: Sending): WireItem | undefined {
  for (let i = from; i < items.length; i++) {
    const item = items.at(i)
    if (item && isOrdered(item, order)) return item
  }
  return undefined
}

/** The page answers pings by itself meanwhile: what was sent is known by its type, or its size. */
function isOrdered({ direction, kind, label, contentsBytes }: WireItem, order: Order): boolean {
  if (direction !== 'sent' || kind === 'decoy') return false
  return order.as === 'message'
    ? label === order.messageType
    : contentsBytes === order.contents.length
}
