/** Headings of the BIP that a trace's derivations do not name. */

export const SECTIONS = {
  handshake: 'Handshake: key exchange and version negotiation',
  encoding: 'ElligatorSwift encoding of curve X coordinates',
  packets: 'Packet encryption',
} as const
