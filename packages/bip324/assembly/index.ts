/** What `src/fast` calls. Everything is at addresses in the one memory; below `heap()` it is the code's own. */

import { forgetPackets } from './aead'
import { forgetKeystream } from './packets'
import { forgetCurve } from './scratch'
import { forgetHash } from './sha256'

export { KEY, open, seal } from './aead'
export { decode, ecdhX, encode, isX } from './ellswift'
export { publicX } from './multiply'
export { sha256 } from './sha256'
export { KEYSTREAM, makeKeystream, OPENED, openPackets, TAKEN } from './packets'

/** Where the caller's memory begins. */
export function heap(): usize {
  return __heap_base
}

/** Overwrites with zeros what the code keeps of keys, packets, scalars, points and what was hashed. */
export function forget(): void {
  forgetPackets()
  forgetKeystream()
  forgetCurve()
  forgetHash()
}
