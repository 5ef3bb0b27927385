/** One handshake, in a page that has done nothing else: the baseline's. */
import { baselineKeys } from '../contenders/baseline-keys.js'
import { firstHandshake } from './first-handshake.js'

export const first = () => firstHandshake(baselineKeys)
