/** Words of the page in English: the glossary, terms of the keys. */

import type { Glossary } from '../../glossary.js'

export const keys: Glossary<'keys'> = {
  ecdh: {
    term: 'ECDH',
    definition:
      "A computation that gives both sides the same point on a curve, each from its own private key and the other's public key. Who saw only the public keys cannot compute it.",
  },
  tagged_hash: {
    term: 'tagged hash',
    definition:
      'SHA-256 that starts with the hash of a name, twice. What is hashed for one purpose can then never be taken for another.',
  },
  shared_secret: {
    term: 'shared secret',
    definition:
      'The tagged hash of both public keys and the ECDH result: 32 bytes that only the two ends have.',
  },
  hkdf: {
    term: 'HKDF',
    definition:
      'A standard way (RFC 5869) to make keys of a secret: Extract condenses it into one key, Expand makes as many as are needed, each under a name.',
  },
  prk: {
    term: 'PRK',
    definition:
      'Pseudorandom key: what HKDF-Extract makes of the shared secret and the magic, and what all other keys are expanded from.',
  },
  session_id: {
    term: 'session id',
    definition:
      '32 bytes that both ends derive and that are safe to show. If they are equal at both ends, nobody sits in between.',
  },
  key_schedule: {
    term: 'key schedule',
    definition:
      'All steps from the private keys to the keys in use, and how those change with time.',
  },
}
