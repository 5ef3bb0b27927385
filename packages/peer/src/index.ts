/** What a Bitcoin peer does above the transport. Sans-I/O: bytes, time and randomness come in. */

export { REGTEST_GENESIS } from './chain.js'
export { DEMO_USER_AGENT, DemoPeer, type DemoPeerOptions } from './demo-peer.js'
export { ellswiftBeginningWith } from './ellswift-beginning.js'
export {
  flipBit,
  type HandshakePlan,
  MisbehavingPeer,
  type MisbehavingPeerOptions,
  type PacketPlan,
  type SeenPacket,
} from './misbehaving-peer.js'
export { MisbehavingTransport, type MisbehavingTransportOptions } from './misbehaving-transport.js'
export type { Misbehaviour, TransportMisbehaviour } from './misbehaviour.js'
export { PROTOCOL_VERSION, USER_AGENT } from './our-version.js'
export { Peer, type PeerState } from './peer.js'
export { CLOSED_IN_VERSION_HANDSHAKE, type Failure, type PeerErrorCode } from './peer-errors.js'
export { type Connection, type PeerInfo, peerInfo } from './peer-info.js'
export type { PeerEvent, PeerOptions, ReceivedMessage } from './peer-options.js'
export { type OtherProtocol, Probe, type ProbeFinding, type ProbeOptions } from './probe.js'
export { randomBelow, randomU64 } from './random.js'
export type { SessionEvent, SessionSink, V1FieldName, V1MessageEvent } from './session-event.js'
export { DEFAULT_TIMEOUTS, type Timeouts } from './timeouts.js'
export type { PeerTransport, TransportMaker } from './transport-maker.js'
