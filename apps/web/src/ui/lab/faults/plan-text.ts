/** A fault's plan as text, for addresses and to tell plans apart: `sent.packet-3.tag.flip-0-9`, `us.no-aad`. */

import type { FaultPlan, Interference, PacketPart, Place } from '@v2scope/lab'
import { toHexText } from '../../parts/format.js'

export function planText(plan: FaultPlan): string {
  if (plan.on === 'peer') return `${plan.place}.${hyphened(plan.misbehaviour)}`
  const { direction, where, what } = plan.fault
  return [direction, placeText(where), whatText(what)].join('.')
}

/** What it is, whoever does it and in whichever direction: plans that differ in nothing else are one fault. */
export function kindText(plan: FaultPlan): string {
  const text = planText(plan)
  return text.slice(text.indexOf('.') + 1)
}

const hyphened = (words: string): string => words.toLowerCase().replaceAll(' ', '-')

function placeText(where: Place): string {
  switch (where.at) {
    case 'byte':
      return `byte-${where.offset}`
    case 'key':
    case 'garbage':
    case 'terminator':
      return where.at
    case 'packet':
      return `packet-${where.number}${partText(where.part)}`
    case 'next packet':
      return `next-packet${partText(where.part)}`
  }
}

const partText = (part: PacketPart | undefined): string => (part ? `.${hyphened(part)}` : '')

function whatText(what: Interference): string {
  switch (what.kind) {
    case 'flip':
      return `flip-${what.bits.join('-')}`
    case 'truncate':
      return `truncate-${what.keep}`
    case 'drop':
      return what.length === undefined ? 'drop' : `drop-${what.length}`
    case 'duplicate':
    case 'reorder':
      return what.kind
    case 'replay':
      return `replay-${what.after}`
    case 'insert':
      return `insert-${toHexText(what.bytes)}`
    case 'delay':
      return `delay-${what.ms}`
    case 'fragment':
      return `fragment-${what.size}`
  }
}
