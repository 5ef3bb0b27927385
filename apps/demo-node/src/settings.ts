/** What the demo node is told on its command line. */

import { parseArgs } from 'node:util'
import { DEFAULT_BLOCK_EVERY, DEFAULT_SEED } from './demo-node.js'

const MAX_PORT = 65_535
/** What a timer of Node can wait, in seconds. */
const MAX_BLOCK_EVERY = 2_147_483

export const HELP = `The demo node of v2scope: a BIP324 responder on regtest, on a loopback port.

  node apps/demo-node/dist/main.js [--port N] [--seed TEXT] [--block-every SECONDS]

  --port N               the port to listen on, 127.0.0.1 (default: a free one)
  --seed TEXT            what its chain is made from (default: ${DEFAULT_SEED})
  --block-every SECONDS  a new block so often; 0 for never (default: ${DEFAULT_BLOCK_EVERY})
  --help                 this text`

export interface Settings {
  readonly port: number
  readonly seed: string
  readonly blockEvery: number
}

/** @returns undefined where help is wanted @throws {Error} with words for whoever typed it */
export function readSettings(args: readonly string[]): Settings | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: DEFAULT_SEED },
      'block-every': { type: 'string', default: String(DEFAULT_BLOCK_EVERY) },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return undefined
  return {
    port: wholeNumber('--port', values.port, MAX_PORT),
    seed: values.seed,
    blockEvery: wholeNumber('--block-every', values['block-every'], MAX_BLOCK_EVERY),
  }
}

function wholeNumber(option: string, text: string, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new Error(`${option} takes a number from 0 to ${max}, not ${text}`)
}
