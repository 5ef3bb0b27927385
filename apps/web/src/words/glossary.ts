/** The terms of the glossary: which there are, and where each is laid down. */

import { lazyWords } from './lazy-words.js'

/** A row of the protocol's rules, and a heading in BIP324. */
interface Place {
  readonly rule?: string
  readonly section?: string
}

const at = (rule: string, section: string): Place => ({ rule, section })

const OVERVIEW = 'Overview and design'
const HANDSHAKE = 'Handshake: key exchange and version negotiation'
const SECRET = 'Shared secret computation'
const ENCODING = 'ElligatorSwift encoding of curve X coordinates'
const KEYS = 'Keys and session ID derivation'
const PRIMITIVES = 'Existing cryptographic primitives'
const WRAPPERS = 'Rekeying wrappers: FSChaCha20Poly1305 and FSChaCha20'
const PACKETS = 'Packet encryption'
const MESSAGES = 'v2 Bitcoin P2P message structure'
const SIGNALING = 'Signaling v2 support'

/** In groups, by what they are about; within a group as they build on each other. */
export const GLOSSARY = {
  connection: {
    peer: {},
    node: {},
    initiator: at('H1', OVERVIEW),
    responder: at('H2', OVERVIEW),
    v1: at('H2', OVERVIEW),
    v2: at('S3', OVERVIEW),
    magic: at('K2', KEYS),
    service_bits: at('S1', SIGNALING),
    bridge: {},
    relay: {},
    demo_node: {},
    bitcoind: {},
    getpeerinfo: at('S5', KEYS),
    eavesdropper: {},
    man_in_the_middle: at('S5', OVERVIEW),
  },
  handshake: {
    handshake: at('H4', HANDSHAKE),
    elligator_swift: at('K5', ENCODING),
    private_key: at('H9', ENCODING),
    garbage: at('H1', HANDSHAKE),
    garbage_terminator: at('H5', HANDSHAKE),
    version_packet: at('H7', HANDSHAKE),
    phase: at('S3', OVERVIEW),
  },
  keys: {
    ecdh: at('K1', SECRET),
    tagged_hash: at('K1', SECRET),
    shared_secret: at('K1', SECRET),
    hkdf: at('K3', KEYS),
    prk: at('K2', KEYS),
    session_id: at('S5', KEYS),
    key_schedule: at('K3', KEYS),
  },
  ciphers: {
    chacha20: at('C2', PRIMITIVES),
    keystream: at('C2', PRIMITIVES),
    poly1305: at('P1', PRIMITIVES),
    tag: at('P5', PRIMITIVES),
    aead: at('C1', PRIMITIVES),
    aad: at('H6', PACKETS),
    nonce: at('C1', WRAPPERS),
    fschacha20: at('C2', WRAPPERS),
    fschacha20poly1305: at('C1', WRAPPERS),
    rekey: at('C1', WRAPPERS),
    epoch: at('C1', WRAPPERS),
    forward_secrecy: at('C1', WRAPPERS),
  },
  packets: {
    packet: at('P1', PACKETS),
    length_field: at('P1', PACKETS),
    header: at('P2', PACKETS),
    ignore_bit: at('P2', PACKETS),
    decoy: at('P2', PACKETS),
    contents: at('P3', PACKETS),
    message_type: at('A1', MESSAGES),
    short_id: at('A2', MESSAGES),
    payload: at('A1', MESSAGES),
    field: at('A1', MESSAGES),
    compact_size: {},
  },
  session: {
    live: {},
    simulated: {},
    seed: {},
    recording: {},
    cursor: {},
    step: {},
    hold: at('S4', HANDSHAKE),
    secrets: at('K4', KEYS),
  },
  bitcoin: {
    transaction: {},
    txid: {},
    wtxid: {},
    witness: {},
    script: {},
    block: {},
    block_header: {},
    merkle_root: {},
    coinbase: {},
    mempool: {},
    inventory: {},
    locator: {},
    compact_block: {},
    bloom_filter: {},
    compact_filter: {},
    fee_rate: {},
    reconciliation: {},
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Place>>>>

export type TermGroup = keyof typeof GLOSSARY

/** Of a term, or of those of one group. */
export type TermId<G extends TermGroup = TermGroup> = G extends unknown
  ? keyof (typeof GLOSSARY)[G]
  : never

export interface TermWords {
  readonly term: string
  /** One or two plain sentences. */
  readonly definition: string
}

/** Of the terms of one group, or of all. */
export type Glossary<G extends TermGroup = TermGroup> = Readonly<Record<TermId<G>, TermWords>>

/** Where each term is laid down. */
export const TERM_PLACES: Readonly<Record<TermId, Place>> = {
  ...GLOSSARY.connection,
  ...GLOSSARY.handshake,
  ...GLOSSARY.keys,
  ...GLOSSARY.ciphers,
  ...GLOSSARY.packets,
  ...GLOSSARY.session,
  ...GLOSSARY.bitcoin,
}

export const useGlossary = lazyWords<Glossary>({
  en: async () => (await import('./en/glossary.js')).glossary,
  zh: async () => (await import('./zh/glossary.js')).glossary,
})
