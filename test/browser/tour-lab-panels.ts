/** What can be seen in the Lab of the man in the middle, and of decoys and shaping, for the tours. */

import { byId, type Tour } from './tour-steps.js'

const MALLORY = '#/lab?tab=mallory&peer=simulated&seed=tour'
const SHAPING = '#/lab?tab=shaping&peer=simulated&seed=tour'
/** A message that no field of hers can hold. */
const BAD = '-1'
const MEASURED = { timeout: 60_000 }

const verdictOf = ({ page }: Tour, verdict: string) =>
  page.locator(`${byId('mallory-verdict')}[data-verdict="${verdict}"]`).waitFor()

/** Nobody there; she reads and changes; she drops v2, and v1 is taken. */
export async function manInTheMiddle(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = byId('mallory')
  await page.goto('about:blank')
  await page.goto(tour.url + MALLORY)
  await page.locator(part).waitFor()
  await look('man in the middle, before')
  for (const kind of ['user-agent', 'start-height', 'fee-filter']) {
    await page.getByTestId(`change-${kind}`).check()
    await look(`she changes ${kind}`, part)
  }
  await page.getByTestId('change-value').fill(BAD)
  await look('she changes what can’t be', part)
  await page.getByTestId('change-user-agent').check()
  await page.getByTestId('mallory-start').click()
  await verdictOf(tour, 'different')
  await page.locator(`${byId('mallory-read')} [data-changed]`).waitFor()
  await page.locator(`${byId('qr-second')}[data-state="there"]`).waitFor()
  await look('man in the middle')
  await page.getByTestId('change-start-height').check()
  await page.getByTestId('change-apply').click()
  await page.getByTestId('change-effect').waitFor()
  await look('she changes while it runs', part)
  await page.getByTestId('mode-downgrade').check()
  await page.getByTestId('mallory-start').click()
  await verdictOf(tour, 'dropped')
  await look('she drops v2')
  await page.getByTestId('downgrade-try-v1').click()
  await verdictOf(tour, 'v1')
  await look('v1 is taken')
}

/** Each strategy with its settings, what is wrong with some, and a session that is shaped. */
export async function decoysAndShaping(tour: Tour): Promise<void> {
  const { page, look } = tour
  const part = byId('shaping')
  await page.goto('about:blank')
  await page.goto(tour.url + SHAPING)
  await page.locator(part).waitFor()
  await look('decoys and shaping, before')
  for (const strategy of await page.locator(`${part} input[name="shaping-strategy"]`).all()) {
    await strategy.check()
    await look(`strategy ${await strategy.getAttribute('data-testid')}`, part)
  }
  await page.getByTestId('strategy-mimic').check()
  await page.getByTestId('mimic-source').selectOption('recordings/rekeys.v2scope.json')
  await page.getByTestId('mimic-says').filter({ hasText: /\d/ }).waitFor()
  await look('what mimic has drawn', part)
  await page.getByTestId('strategy-constant-bit-rate').check()
  await page.getByTestId('setting-tick').fill('1')
  await look('a tick that is too short', part)
  await page.getByTestId('setting-tick').fill('10')
  await page.getByTestId('setting-tickBytes').fill('1000000')
  await look('a rate that is too high', part)
  await page.getByTestId('setting-tick').fill('100')
  await page.getByTestId('setting-tickBytes').fill('2000')
  await page.getByTestId('shaping-start').click()
  await page.locator(byId('shaping-cost')).waitFor()
  await page.locator(byId('hidden-verdict')).waitFor(MEASURED)
  await look('decoys and shaping')
}
