/** A bitcoind of its own for a test. */
export { type RealNode, startRealNode } from '../../scripts/lib/real-node-process.mjs'
