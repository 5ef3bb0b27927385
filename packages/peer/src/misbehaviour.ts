/** What only a peer with keys can do wrong. */

export type Misbehaviour =
  /** Another garbage than the one that its first packet vouches for (H6). */
  | 'wrong garbage'
  /** Its first packet vouches for nothing, though garbage was sent (H6). */
  | 'no AAD'
  /** 16 other bytes where the terminator is due (H5). */
  | 'wrong terminator'
  /** A byte more than is allowed (H1, H5). */
  | 'garbage of 4096'
  /** A decoy of a byte more than nodes accept, once version and verack are exchanged (P3). */
  | 'oversized packet'
  /** The seven bits of each header that are to be sent as 0 (P2). */
  | 'reserved header bits'
  /** To be ignored (H7). */
  | 'version packet with contents'
  /** It derives its keys for another network (K2, H5). */
  | 'wrong network magic'
  /** It knows no v2, whoever dials (H2, S2). */
  | 'v1 instead of v2'
  /**
   * As the responder it sends its key before a byte has come (H2). An initiator has nothing to answer:
   * its key begins as a v1 message does, and comes slowly, so that an early answer would show.
   */
  | 'early answer'
  /** The 64 bytes of sessions before (H9). */
  | 'private key used twice'

/** What a transport can do; in v1 there is none. */
export type TransportMisbehaviour = Exclude<Misbehaviour, 'v1 instead of v2'>
