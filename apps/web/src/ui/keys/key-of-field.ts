/** Choosing a field chooses the value of the key schedule that is behind it. */

import { nodeOfField } from '@v2scope/key-schedule'
import { useEffect } from 'react'
import type { ItemDetail } from '../../session/detail.js'
import { useView } from '../session-hooks.js'
import { showPane, useUi } from '../ui-store.js'

/** A part of a message lies in a field of its packet: `3.0.1` in the fourth. */
const outermost = (field: string): number => Number(field.split('.')[0])

/** Where a node has been chosen itself, it stays. */
export function useKeyOfField({ event }: ItemDetail): void {
  const field = useUi((state) => state.field)
  const isFree = useUi(({ keyNode }) => keyNode === undefined)
  const isPresent = useView(({ selected }) => selected === event.seq)
  useEffect(() => {
    if (field === undefined || !isFree || !isPresent) return
    const name = event.fields[outermost(field)]?.name
    if (name !== undefined) useUi.setState({ keyNode: nodeOfField(event, name) })
  }, [event, field, isFree, isPresent])
}

/** Goes to the key that an item is sealed with, or comes from. */
export function showInKeys({ event }: ItemDetail): void {
  useUi.setState({ keyNode: nodeOfField(event, 'header') })
  showPane('keys')
}
