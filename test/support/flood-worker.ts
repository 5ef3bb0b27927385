/// <reference lib="webworker" />
/**
 * A worker that has seen a session of as many packets as the seed of the session says, and says so
 * at once; then, told to `ping`, it sees so many more every 16 ms. Every row follows from its number.
 */
import type { FromWorker, ToWorker } from '../../apps/web/src/session/contract.js'
import { ItemPacker } from '../../apps/web/src/session/item-packer.js'
import { floodItem, MORE_AT_ONCE, MORE_TIMES } from './flood-items.js'

const AT_ONCE = 50_000
const FRAME_MS = 16

const post = (message: FromWorker) => postMessage(message)
let session = 0
let count = 0

function send(items: number): void {
  const packer = new ItemPacker()
  for (const end = count + items; count < end; count++) packer.add(floodItem(count))
  post({
    type: 'batch',
    session,
    items: packer.take(),
    keyEvents: [],
    rekeys: [],
    states: [],
    status: { state: 'ready', phase: 'application', transport: 'v2', droppedBytes: 0 },
  })
}

function flood(times: number): void {
  if (times === 0) return
  send(MORE_AT_ONCE)
  setTimeout(() => flood(times - 1), FRAME_MS)
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') {
    session = data.session
    count = 0
    const wanted = Number(data.settings.seed)
    while (count < wanted) send(Math.min(AT_ONCE, wanted - count))
  }
  if (data.type === 'ping') flood(MORE_TIMES)
  if (data.type === 'detail') {
    post({ type: 'detail', session: data.session, seq: data.seq, detail: undefined })
  }
})
