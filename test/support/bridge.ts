/** The built bridge as a process: `npm test` has built it. */
export { type BridgeProcess, startBridgeProcess } from '../../scripts/lib/bridge-process.mjs'
