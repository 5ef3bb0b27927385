/** What can be seen of the Lab's faults, for the tours. */

import { byId, type Tour } from './tour-steps.js'

const SIMULATED = 'peer=simulated&seed=tour'
const CARD = byId('fault-card')
/** Each with another end, and something else to be told of it. */
const RUN = ['flip-tag-sent', 'truncate-received', 'reserved-header-bits-received', 'v1-received']
/** One of each kind, with what belongs to it. */
const OWN = [
  'packet-3.flip-0-9',
  'key.truncate-3',
  'garbage.drop-2',
  'terminator.duplicate',
  'next-packet.reorder',
  'next-packet.replay-1',
  'byte-70.insert-00ff',
  'next-packet.delay-5',
  'key.fragment-7',
]
/** It is brought about, watched for some seconds, and then told. */
const OVER = { timeout: 60_000 }

/** Nothing runs; the guess; what came of it, for each end that there is; faults of one's own, right and wrong. */
export async function faults(tour: Tour): Promise<void> {
  const { page, look } = tour
  await show(tour, 'flip-length-stalls-sent')
  await look('a fault, before')
  await page.getByTestId('guess-stalls').click()
  await page.getByTestId('fault-running').waitFor()
  await look('a fault that is watched')
  await page.getByTestId('fault-result').waitFor(OVER)
  await look('a fault that stalls')
  for (const id of RUN) {
    await show(tour, id)
    await page.getByTestId('just-show').click()
    await page.getByTestId('fault-result').waitFor(OVER)
    await look(`fault ${id}`)
  }
  await show(tour, 'no-such-fault')
  await look('a fault that there is not', CARD)
  await own(tour)
}

async function own(tour: Tour): Promise<void> {
  const { page, look } = tour
  for (const text of OWN) {
    await show(tour, `own.sent.${text}`)
    await page.getByTestId('own-fault').waitFor()
    await look(`fault of one’s own, ${text}`, CARD)
    for (const field of await page.locator(`${byId('own-fault')} input`).all()) {
      await field.fill('?')
      await look(`fault of one’s own, ${text}, wrong`, CARD)
    }
  }
}

async function show({ page, url }: Tour, fault: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}#/lab?tab=faults&fault=${fault}&${SIMULATED}`)
  await page.locator(CARD).waitFor()
}
