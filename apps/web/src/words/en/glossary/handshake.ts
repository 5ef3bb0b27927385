/** Words of the page in English: the glossary, terms of the handshake. */

import type { Glossary } from '../../glossary.js'

export const handshake: Glossary<'handshake'> = {
  handshake: {
    term: 'handshake',
    definition:
      'What the two sides exchange before the first message: keys, garbage, terminators and version packets. It takes one and a half round trips.',
  },
  elligator_swift: {
    term: 'ElligatorSwift',
    definition:
      'A way to write a public key in 64 bytes, u and t, that look random. Every 64 bytes are a key, and each key has very many such forms.',
  },
  private_key: {
    term: 'private key',
    definition:
      'A random secret number, drawn anew for each connection. The public key is computed from it, and not the other way round.',
  },
  garbage: {
    term: 'garbage',
    definition:
      'Up to 4,095 random bytes that each side sends behind its key. They give the handshake no fixed length to be known by.',
  },
  garbage_terminator: {
    term: 'garbage terminator',
    definition:
      '16 bytes that end the garbage. They follow from the shared secret, so both ends know them and nobody else can.',
  },
  version_packet: {
    term: 'version packet',
    definition:
      'The first packet of each side that is no decoy. It is empty today; a later version of the transport may say here what it can do.',
  },
  phase: {
    term: 'phase',
    definition:
      'Where a connection stands: key exchange, then version negotiation, then application, in which messages are sent.',
  },
}
