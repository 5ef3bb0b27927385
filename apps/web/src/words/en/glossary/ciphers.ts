/** Words of the page in English: the glossary, terms of the ciphers. */

import type { Glossary } from '../../glossary.js'

export const ciphers: Glossary<'ciphers'> = {
  chacha20: {
    term: 'ChaCha20',
    definition:
      'A stream cipher: from a key and a nonce it makes a long row of bytes, which is combined with the text by XOR.',
  },
  keystream: {
    term: 'keystream',
    definition:
      'The bytes that a stream cipher makes of a key. XOR with the text encrypts; once more, and it decrypts.',
  },
  poly1305: {
    term: 'Poly1305',
    definition:
      'A function that computes 16 bytes over a text with a key that is used once. Without the key nobody can make them for another text.',
  },
  tag: {
    term: 'tag',
    definition:
      'The 16 bytes of Poly1305 at the end of each packet. If a single bit was changed on the way, they do not fit and the connection ends.',
  },
  aead: {
    term: 'AEAD',
    definition:
      'Authenticated encryption with associated data: it hides a text and notices any change to it, and to data that stays in the clear.',
  },
  aad: {
    term: 'AAD',
    definition:
      'Additional authenticated data: not encrypted, but covered by the tag. Here it is the garbage, in the first packet of each side; afterwards it is empty.',
  },
  nonce: {
    term: 'nonce',
    definition:
      'A number that is used once with a key, so that equal texts are encrypted differently. Here it counts the packets and the rekeys, and is never sent.',
  },
  fschacha20: {
    term: 'FSChaCha20',
    definition:
      'ChaCha20 with a new key after every 224 packets; it encrypts the length fields. FS stands for forward secrecy.',
  },
  fschacha20poly1305: {
    term: 'FSChaCha20Poly1305',
    definition:
      'ChaCha20 and Poly1305 together, with a new key after every 224 packets; it encrypts header and contents and makes the tag.',
  },
  rekey: {
    term: 'rekey',
    definition:
      'The change to a new key, made of the old one, after every 224 packets of a direction. The old one is forgotten.',
  },
  epoch: {
    term: 'epoch',
    definition:
      'The packets of a direction between two rekeys, 224 of them. Epochs are counted from 0.',
  },
  forward_secrecy: {
    term: 'forward secrecy',
    definition:
      "Who steals today's keys cannot read what was sent before, as those keys no longer exist.",
  },
}
