import { assertNever } from '@v2scope/bip324'
import { INBOUND, SIMULATED } from '@v2scope/recording'
import type { FactValue } from '../../session/compare-facts.js'
import { DEMO } from '../../session/targets.js'
import { useWords } from '../../words/words.js'
import { count, nameOf } from '../parts/format.js'

/** Digits that are shown of what is the same as a whole or not at all. */
const DIGITS = 16

/** One side of a fact. */
export function FactText({ value }: { readonly value: FactValue }) {
  const { compare, failures, state } = useWords()
  const TEXT = compare.values
  switch (value.what) {
    case 'none':
      return TEXT.none
    case 'data':
      return <span translate="no">{value.text}</span>
    case 'peer':
      if (value.peer === SIMULATED) return TEXT.simulatedPeer
      if (value.peer === INBOUND) return TEXT.inbound
      return value.peer === DEMO ? TEXT.demo : <span translate="no">{nameOf(value.peer)}</span>
    case 'origin':
      return TEXT.origins[value.origin]
    case 'role':
      return TEXT.roles[value.role]
    case 'transport':
      return state.peer.transports[value.transport]
    case 'state':
      return TEXT.standings[value.state]
    case 'bytes':
      return TEXT.bytes(value.n)
    case 'count':
      return count(value.n)
    case 'hex':
      return (
        <code translate="no" title={value.hex}>
          {value.hex.slice(0, DIGITS)}…
        </code>
      )
    case 'failure':
      return (
        <>
          <code translate="no">{value.code}</code> {failures.what(value.code, value.message)}
        </>
      )
    default:
      return assertNever(value)
  }
}
