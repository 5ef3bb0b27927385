/** A ticket for a bridge: it comes with a link or is pasted, and is told to nobody else. */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { describeBrowser } from '../support/requirements.js'
import { newTicketKey, type TicketKey } from '../support/tickets.js'
import { bareStrings, flaws } from './page-checks.js'
import { SessionPage } from './session-page.js'

const PHONE: View = { width: 390, height: 844, hasTouch: true }

let browser: TestBrowser
let bridge: BridgeProcess
let key: TicketKey
const pages: TestPage[] = []

async function newPage(view: View = {}): Promise<TestPage> {
  const opened = await browser.newPage({ reducedMotion: 'reduce', ...view })
  pages.push(opened)
  return opened
}

const newTicket = () => key.make('--targets demo --connections 5 --bytes 1MiB --for 10m')

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

describeBrowser('a ticket', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    key = newTicketKey()
    bridge = await startBridgeProcess(['--ticket-key', key.file, '--profile', 'hosted'])
  })
  afterAll(async () => {
    await bridge?.stop()
    key?.remove()
    await browser?.close()
  })

  it('in a link is used and taken out of it; it is in no address, recording, log or other tab', async () => {
    const ticket = await newTicket()
    const opened = await newPage()
    const { page } = opened
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    const session = new SessionPage(page)
    await session.openEstablished(`${bridge.url}#/session?peer=demo&ticket=${ticket}&hold=0`)
    expect(new URL(page.url()).hash).toBe('#/session?peer=demo&hold=0')
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    await session.click('save-recording')
    const download = page.waitForEvent('download')
    await session.page.getByTestId('save-level-secrets').check()
    await session.click('save-confirm')
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toContain('"peer":"demo"')
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    const shown = await page.content()
    for (const text of [...asked, ...said, file, kept, shown]) expect(text).not.toContain(ticket)
    expect(bridge.output()).not.toContain(ticket)
    const other = await page.context().newPage()
    await other.goto(bridge.url)
    expect((await new SessionPage(other).failure()).code).toBe('RELAY_4401')
    await page.reload()
    await session.established()
    expect(opened.errors).toEqual([])
  })

  it('is pasted, shown with what is left of it, and forgotten', async () => {
    const opened = await newPage()
    const session = new SessionPage(opened.page)
    await opened.page.goto(bridge.url)
    expect((await session.failure()).code).toBe('RELAY_4401')
    await opened.page
      .getByTestId('failure')
      .getByTestId('ticket-text')
      .fill(await newTicket())
    await opened.page.getByTestId('failure').getByTestId('ticket-use').click()
    await session.established()
    await session.click('limits')
    await session.says('ticket', /demo.*4 of 5 left.*B of 1.0 MB left/)
    await session.says('limits-facts', /connections of yours1 of 8 in use/)
    await session.click('ticket-forget')
    await session.says('ticket', /there is none in this tab/)
    await opened.page.keyboard.press('Escape')
    await session.again()
    expect((await session.failure()).code).toBe('RELAY_4401')
  })

  it.each([
    ['en', 'wide', {}],
    ['zh', 'wide', {}],
    ['en', 'on a phone', PHONE],
    ['zh', 'on a phone', PHONE],
  ])('is for everyone, with all that the bridge tells: in %s, %s', async (language, _, view) => {
    const { page } = await newPage(view)
    await page.addInitScript((chosen) => {
      localStorage.setItem('v2scope.language', chosen)
    }, language)
    const session = new SessionPage(page)
    await session.openEstablished(`${bridge.url}#/session?peer=demo&ticket=${await newTicket()}`)
    if (view === PHONE) await session.click('setup')
    await session.click('hold-start')
    await page.getByTestId('held-warning').locator('visible=true').waitFor()
    const wrong: string[] = []
    for (const [button, ready] of [
      ['limits', 'ticket'],
      ['probe', 'probe-again'],
    ] as const) {
      await session.click(button)
      await page.getByTestId(ready).locator('visible=true').waitFor()
      wrong.push(...(await flaws(page)))
      // what it stands in stays open
      await page.keyboard.press('Escape')
      await page.getByTestId(`${button}-panel`).waitFor({ state: 'detached' })
    }
    expect(wrong).toEqual([])
  })

  it('has no word that is in no catalogue, nor has what the bridge tells', async () => {
    const { page } = await newPage()
    await page.addInitScript(() => localStorage.setItem('v2scope.language', 'pseudo'))
    const session = new SessionPage(page)
    await page.goto(bridge.url)
    await session.failure()
    const bare = [...(await bareStrings(page))]
    await page.goto(`${bridge.url}#/session?peer=demo&ticket=${await newTicket()}`)
    await session.established()
    await session.click('hold-start')
    for (const [button, ready] of [
      ['limits', 'ticket'],
      ['probe', 'probe-again'],
    ] as const) {
      await session.click(button)
      await page.getByTestId(ready).locator('visible=true').waitFor()
      bare.push(...(await bareStrings(page)))
      await session.click(button)
    }
    expect(bare).toEqual([])
  })
})
