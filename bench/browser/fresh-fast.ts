/** One handshake, in a page that has done nothing else: the fast one's. */
import { fastKeys } from '../contenders/fast.js'
import { firstHandshake } from './first-handshake.js'

export const first = () => firstHandshake(fastKeys)
