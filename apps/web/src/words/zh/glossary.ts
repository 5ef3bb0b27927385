/** Words of the page in Chinese: the glossary, a definition for each term. */

import type { Glossary } from '../glossary.js'
import { bitcoin } from './glossary/bitcoin.js'
import { ciphers } from './glossary/ciphers.js'
import { connection } from './glossary/connection.js'
import { handshake } from './glossary/handshake.js'
import { keys } from './glossary/keys.js'
import { packets } from './glossary/packets.js'
import { session } from './glossary/session.js'

export const glossary: Glossary = {
  ...connection,
  ...handshake,
  ...keys,
  ...ciphers,
  ...packets,
  ...session,
  ...bitcoin,
}
