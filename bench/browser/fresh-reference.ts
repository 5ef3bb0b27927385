/** One handshake, in a page that has done nothing else: the reference's. */
import { referenceKeys } from '../contenders/reference.js'
import { firstHandshake } from './first-handshake.js'

export const first = () => firstHandshake(referenceKeys)
