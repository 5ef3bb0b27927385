/// <reference lib="webworker" />
/**
 * A worker in place of the page's own, that has seen what its plan says, and, told to `ping`, sees more:
 * one message a frame. What is measured is the page, and the way there.
 */
import { REKEY_INTERVAL } from '@v2scope/bip324'
import type { FromWorker, ToWorker } from '../../apps/web/src/session/contract.js'
import type { WireItem } from '../../apps/web/src/session/item.js'
import { ItemPacker } from '../../apps/web/src/session/item-packer.js'
import { memoryOf } from '../../apps/web/src/session/packed-items.js'
import { floodItem } from '../../test/support/flood-items.js'
import { decodePlan, type FloodPlan, FRAME_MS, PACK_MS } from './flood-plan.js'

const AT_ONCE = 50_000
/** Rows between two looks at the clock. */
const STRIDE = 256

let session = 0
let count = 0
let plan: FloodPlan = { held: 0, atOnce: 0, messages: 0 }

function post(packer: ItemPacker): void {
  const items = packer.take()
  const message: FromWorker = {
    type: 'batch',
    session,
    items,
    keyEvents: [],
    rekeys: [],
    states: [],
    status: { state: 'ready', phase: 'application', transport: 'v2', droppedBytes: 0 },
  }
  postMessage(message, memoryOf(items))
}

function send(rows: number): void {
  const packer = new ItemPacker()
  for (const end = count + rows; count < end; count++) packer.add(floodItem(count))
  post(packer)
}

/** Made before, so that it is the packing that takes time: their places change, and no more. */
const MADE = 1 << 12
type Changeable = { -readonly [K in keyof WireItem]: WireItem[K] }
const made = Array.from({ length: MADE }, (_, place): Changeable => floodItem(place))

function itemAt(place: number): WireItem {
  const item: Changeable = made[place % MADE] ?? floodItem(place)
  item.seq = place
  item.time = place / 10
  item.number = place >> 1
  item.epoch = Math.floor(item.number / REKEY_INTERVAL)
  return item
}

function sendWhatCanBePacked(): void {
  const packer = new ItemPacker()
  const end = performance.now() + PACK_MS
  while (performance.now() < end)
    for (let i = 0; i < STRIDE; i++, count++) packer.add(itemAt(count))
  post(packer)
}

/** Frames by the clock: a timer that is late does not make the flood slower. */
function flood(message: number, start: number): void {
  if (message === plan.messages) return
  if (plan.atOnce === 0) sendWhatCanBePacked()
  else send(plan.atOnce)
  const due = start + (message + 1) * FRAME_MS
  setTimeout(() => flood(message + 1, start), Math.max(0, due - performance.now()))
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'start') {
    session = data.session
    count = 0
    plan = decodePlan(data.settings.seed ?? '')
    while (count < plan.held) send(Math.min(AT_ONCE, plan.held - count))
  }
  if (data.type === 'ping') flood(0, performance.now())
  if (data.type === 'detail')
    postMessage({ type: 'detail', session: data.session, seq: data.seq, detail: undefined })
})
