/** The condition of a filter, asked of one item. */

import { assertNever } from '@v2scope/bip324'
import type { WireItem } from '../../session/item.js'
import type { Condition, NumberKey } from './filter-keys.js'
import { isPacket } from './row-index.js'

type ItemTest = (item: WireItem) => boolean

const NUMBER_OF: Readonly<Record<NumberKey, (item: WireItem) => number | undefined>> = {
  size: ({ wireBytes }) => wireBytes,
  contents: ({ contentsBytes }) => contentsBytes,
  time: ({ time }) => time,
  number: ({ number }) => number,
  epoch: ({ epoch }) => epoch,
}

/** @returns of a packet; what is no packet never passes */
export function itemTest(condition: Condition): ItemTest {
  const test = testOf(condition)
  return (item) => isPacket(item) && test(item)
}

function testOf(condition: Condition): ItemTest {
  switch (condition.is) {
    case 'every': {
      const tests = condition.of.map(testOf)
      return (item) => tests.every((test) => test(item))
    }
    case 'some': {
      const tests = condition.of.map(testOf)
      return (item) => tests.some((test) => test(item))
    }
    case 'not': {
      const test = testOf(condition.of)
      return (item) => !test(item)
    }
    case 'direction':
      return ({ direction }) => direction === condition.direction
    case 'kind':
      return ({ kind }) => kind === condition.kind
    case 'type':
      return ({ label }) => label.toLowerCase() === condition.label
    case 'between': {
      const { min, max } = condition
      const of = NUMBER_OF[condition.key]
      return (item) => {
        const value = of(item)
        return value !== undefined && value >= min && value <= max
      }
    }
    case 'text': {
      const { text } = condition
      return ({ label, summary = '' }) =>
        label.toLowerCase().includes(text) || summary.toLowerCase().includes(text)
    }
    default:
      return assertNever(condition)
  }
}
