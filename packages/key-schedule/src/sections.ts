/** Headings of the BIP, for what a trace's derivations do not name, or name in short. */

export const SECTIONS = {
  handshake: 'Handshake: key exchange and version negotiation',
  encoding: 'ElligatorSwift encoding of curve X coordinates',
  rekeying: 'Rekeying wrappers: FSChaCha20Poly1305 and FSChaCha20',
  packets: 'Packet encryption',
} as const
