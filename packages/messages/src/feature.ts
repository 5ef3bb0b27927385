/** BIP434 §feature message: an optional feature, named before verack. */

import { codecOf, type MessageCodec } from './message-codec.js'
import { showSize } from './show.js'
import { struct } from './struct.js'
import { bytesContent, textContent, withLength } from './with-length.js'

/** Bytes of a feature's name. */
export const FEATURE_ID_LENGTH = { min: 4, max: 80 } as const
/** Bytes of what a feature has to say. */
export const MAX_FEATURE_DATA_LENGTH = 512

/** An optional feature that the sender supports; sent between version and verack. */
export interface FeatureMessage {
  readonly type: 'feature'
  /**
   * 4..80 bytes, such as `BIP434`. A byte outside printable ASCII is written `\xNN`, a backslash
   * `\\`.
   */
  readonly featureId: string
  /** At most 512 bytes; what they mean is for the feature to say. */
  readonly data: Uint8Array
}

export const featureCodec: MessageCodec<FeatureMessage> = codecOf(
  'feature',
  struct({
    featureId: withLength(
      { name: 'feature id', fieldKey: 'feature.feature id' },
      textContent(FEATURE_ID_LENGTH, 'BIP434', 'BIP434'),
    ),
    data: withLength(
      { name: 'feature data', fieldKey: 'feature.feature data' },
      bytesContent({ min: 0, max: MAX_FEATURE_DATA_LENGTH }),
    ),
  }),
  ({ featureId, data }) =>
    data.length === 0 ? featureId : `${featureId}, ${showSize('feature data', data.length)}`,
)
