/** The Eavesdropper and everything that can be seen in it, one after the other. */

import { byId, type Tour } from './tour-steps.js'

const SEEDED = '#/eavesdropper?tab=stream&peer=simulated&seed=tour&decoys=2'
/** A study goes through many sessions. @unit ms */
const STUDY_TIME = 120_000

/** At any width. */
export async function tourOfEavesdropper(tour: Tour): Promise<void> {
  const { page, url, look } = tour
  await page.goto(url + SEEDED)
  await page
    .locator(`${byId('stream-row')}[data-kind="message"]`)
    .first()
    .waitFor()
  await page.locator(`${byId('stream-handshake')} summary`).click()
  await look('eavesdropper: the stream')
  await studied(tour, 'statistics')
  await studied(tour, 'traffic')
  await page.goto('about:blank')
  await page.goto(`${url}#/eavesdropper?tab=traffic&url=recordings/plain.v2scope.json`)
  await page.getByTestId('study-stop').click()
  await look('eavesdropper: a recording, and a study that was stopped')
  await page.getByTestId('study-seed').fill('')
  await look('eavesdropper: no seed', byId('study'))
}

/** A tab with its study, and the tables behind its plots. */
async function studied({ page, look }: Tour, tab: string): Promise<void> {
  await page.locator(`#eavesdropper-tab-${tab}`).click()
  await page.getByTestId('study').waitFor()
  await look(`eavesdropper: ${tab}, under way`)
  await page.locator(`${byId('study')}[data-state="done"]`).waitFor({ timeout: STUDY_TIME })
  for (const table of await page.locator('figure summary').all()) await table.click()
  await look(`eavesdropper: ${tab}`)
}
