/** The forms of all messages. */

import { CODECS, isDecodedType } from './codecs.js'
import type { GroupForm } from './form.js'

/** The types whose fields are known, in alphabetical order. */
export const MESSAGE_TYPES: readonly string[] = Object.keys(CODECS).sort()

/**
 * What has to be asked for to make a message of this type, its `type` not included; `undefined`
 * where the fields are not known.
 */
export function messageForm(type: string): GroupForm | undefined {
  return isDecodedType(type) ? CODECS[type].form : undefined
}
