/** Every word of the page, in English. Values are plain text; functions take what is counted or named. */

import { compare } from './compare.js'
import { composer } from './composer.js'
import { details } from './details.js'
import { explain } from './explain.js'
import { failures } from './failures.js'
import { footer } from './footer.js'
import { header } from './header.js'
import { hold } from './hold.js'
import { keys } from './keys.js'
import { ladder } from './ladder.js'
import { messages } from './messages.js'
import { packets } from './packets.js'
import { palette } from './palette.js'
import { parts } from './parts.js'
import { recording } from './recording.js'
import { screens } from './screens.js'
import { session } from './session.js'
import { setup } from './setup.js'
import { state } from './state.js'
import { stepping } from './stepping.js'

export const en = {
  compare,
  composer,
  details,
  explain,
  failures,
  footer,
  header,
  hold,
  keys,
  ladder,
  messages,
  packets,
  palette,
  parts,
  recording,
  screens,
  session,
  setup,
  state,
  stepping,
}
