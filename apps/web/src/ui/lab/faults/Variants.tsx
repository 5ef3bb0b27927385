import { SIMULATED } from '@v2scope/recording'
import type { FaultsWords } from '../../../words/faults.js'
import { chooseFault } from '../lab-route.js'
import { useLabPeer } from '../peer/lab-peer.js'
import { type ChosenFault, sideOf } from './chosen-fault.js'
import styles from './Variants.module.css'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: Extract<ChosenFault, { type: 'catalogue' }>
}

/** In which direction, or whose place the one who misbehaves takes. */
export function Variants({ TEXT, chosen: { fault, line } }: Props) {
  const { draft } = useLabPeer()
  const isOfPeer = line.on === 'peer'
  const words = isOfPeer ? TEXT.place : TEXT.direction
  const label = (side: 'ours' | 'theirs') => {
    if (isOfPeer) return side === 'ours' ? TEXT.place.us : TEXT.place.peer
    return side === 'ours' ? TEXT.direction.sent : TEXT.direction.received
  }
  return (
    <fieldset className={styles.variants}>
      <legend>{words.legend}</legend>
      {line.variants.map(({ id, plan }) => {
        const side = sideOf(plan)
        const isReal = isOfPeer && side === 'theirs' && draft.peer !== SIMULATED
        return (
          <label key={id} title={isReal ? TEXT.place.simulatedOnly : undefined}>
            <input
              type="radio"
              name="fault-variant"
              checked={id === fault.id}
              onChange={() => chooseFault(id)}
              data-testid={`variant-${side}`}
            />
            {label(side)}
          </label>
        )
      })}
    </fieldset>
  )
}
