/** One selection of fields and bytes, in a real browser: with a real node, by mouse, finger and keyboard. */
import { concatBytes, Networks } from '@v2scope/bip324'
import { encodeTransaction } from '@v2scope/messages'
import type { Recording, TimedEvent } from '@v2scope/recording'
import { encodeRecording } from '@v2scope/recording/file'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { type BridgeProcess, startBridgeProcess } from '../support/bridge.js'
import { launchBrowser, type TestBrowser, type TestPage, type View } from '../support/browser.js'
import { type RealNode, startRealNode } from '../support/real-node.js'
import { describeBrowser, describeBrowserWithRealNode } from '../support/requirements.js'
import { type StaticServer, serveStatic } from '../support/static-server.js'
import { SessionPage } from './session-page.js'

type Where = 'wire' | 'plain'

/** Tall enough for every row of the list to be drawn. */
const VIEW: View = { width: 1500, height: 2400, reducedMotion: 'reduce' }
const PATIENCE = { timeout: 20_000 }

let browser: TestBrowser
const pages: TestPage[] = []

async function open(url: string, view: View = VIEW) {
  const opened = await browser.newPage(view)
  pages.push(opened)
  await opened.page.goto(url)
  // a static host has no bridge
  const errors = () => opened.errors.filter((error) => !/\/(targets|limits)\)/.test(error))
  return { page: opened.page, errors }
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

const cell = (page: Page, where: Where, byte: number): Locator =>
  page.locator(`[data-testid="bytes-${where}"] [role="gridcell"][data-byte="${byte}"]`)
const chosenItem = (page: Page): Locator => page.locator('[role="treeitem"][aria-selected="true"]')
/** Of what is selected in the tree and in the list; nothing where that is not there. */
const attributes = (found: Locator, name: string): Promise<(string | null)[]> =>
  found.evaluateAll((all, of) => all.map((one) => one.getAttribute(of)), name)
/** The name of a field in the tree. */
const nameOf = (item: Locator): Promise<string | null> =>
  item.locator('[translate="no"]').first().textContent()
const chosenBytes = async (page: Page, where: Where): Promise<number[]> =>
  page
    .locator(`[data-testid="bytes-${where}"] [role="gridcell"][aria-selected="true"]`)
    .evaluateAll((cells) => cells.map((one) => Number(one.getAttribute('data-byte'))))

const lengthOf = (page: Page): Promise<number> =>
  page
    .getByTestId('bytes-wire')
    .evaluate((grid) =>
      Math.max(
        ...[...grid.querySelectorAll('[data-byte]')].map((one) =>
          Number(one.getAttribute('data-byte')),
        ),
      ),
    )
    .then((last) => last + 1)

/** Clicks a row of one of the lists, and waits until the details are those of its item. */
async function show(page: Page, row: Locator): Promise<void> {
  await row.click()
  await row.and(page.locator('[aria-selected="true"]')).waitFor()
  await page.locator('[data-testid="details"]:not([inert])').waitFor()
}

/** A click on a byte chooses its field; a click on that field chooses its bytes, that one among them. */
async function thereAndBack(page: Page, where: Where, byte: number): Promise<string> {
  await cell(page, where, byte).click()
  await expect.poll(() => chosenBytes(page, where)).toEqual([byte])
  const name = (await cell(page, where, byte).getAttribute('data-field')) ?? ''
  await expect.poll(() => chosenItem(page).count(), PATIENCE).toBe(1)
  expect(await nameOf(chosenItem(page))).toBe(name)
  expect(await chosenItem(page).isVisible()).toBe(true)
  await chosenItem(page).click({ position: { x: 4, y: 4 } })
  await expect.poll(() => chosenBytes(page, where)).toContain(byte)
  return name
}

/** What a field says when it is chosen. */
const explanation = async (page: Page): Promise<string> =>
  (await page.getByTestId('explained').first().textContent()) ?? ''

describeBrowserWithRealNode('every byte of a session with bitcoind', () => {
  let node: RealNode
  let bridge: BridgeProcess

  beforeAll(async () => {
    node = await startRealNode()
    await node.rpc('generatetoaddress', 120, 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080')
    bridge = await startBridgeProcess([
      '--no-demo',
      '--node',
      `mine=127.0.0.1:${node.p2pPort}/regtest`,
    ])
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
    await node?.stop()
  })

  it('leads to its field, and the field to its bytes; those of the handshake to rule and explanation', async () => {
    const hash = '#/session?peer=mine&network=regtest&garbage=70&decoys=2'
    const { page, errors } = await open(`${bridge.url}${hash}`)
    const session = new SessionPage(page)
    await session.established()
    await page.waitForSelector('[data-session-ready]')
    await session.click('ask-headers')
    await expect.poll(() => session.packets()).toContainEqual(expect.stringContaining('headers'))
    await session.click('stop')

    const names = new Set<string>()
    const steps = page.getByTestId('ladder-item')
    const kinds = new Set<string>()
    for (let i = 0; i < (await steps.count()); i++) {
      await show(page, steps.nth(i))
      const title = (await page.getByTestId('details').locator('h3').textContent()) ?? ''
      const way = await page.getByTestId('details').locator('h3 svg').getAttribute('aria-label')
      const kind = `${way} ${title.replace(/^[\d,]+ ·\s*/, '').trim()}`
      if (kinds.has(kind)) continue
      kinds.add(kind)
      const length = Math.min(await lengthOf(page), 200)
      const views: Where[] = (await page.getByTestId('bytes-plain').count())
        ? ['wire', 'plain']
        : ['wire']
      const some = new Set([0, 3, 4, Math.floor(length / 2), length - 17, length - 1])
      for (const [n, byte] of [...some].filter((one) => one >= 0 && one < length).entries()) {
        names.add(await thereAndBack(page, views[n % views.length] ?? 'wire', byte))
      }
      const fields = page.locator('[role="treeitem"][aria-level="1"]')
      for (let f = 0; f < (await fields.count()); f++) {
        await fields.nth(f).click({ position: { x: 4, y: 4 } })
        const said = await explanation(page)
        // why it is there, its rule, and where that is written; what it is stands beside the value
        expect(said).toMatch(/\.[A-Z]\d[A-Z].*\.BIP324 §/s)
        expect(await fields.nth(f).locator('small').textContent()).toMatch(/\w{3}/)
      }
    }
    for (const kind of ['key', 'garbage', 'garbage terminator', 'version packet']) {
      expect([...kinds].join('; ').toLowerCase()).toContain(kind)
    }
    for (const name of [
      'u',
      't',
      'garbage',
      'garbage terminator',
      'length field',
      'header',
      'tag',
      'decoy contents',
    ]) {
      expect([...names]).toContain(name)
    }

    // packets that are messages, one of each type that came
    const rows = page.getByTestId('packet-row')
    const seen = new Set<string>()
    for (let i = 0; i < (await rows.count()); i++) {
      const type =
        (await rows
          .nth(i)
          .locator('b, strong')
          .first()
          .textContent()
          .catch(() => '')) ?? ''
      if (seen.has(type)) continue
      seen.add(type)
      await show(page, rows.nth(i))
      const length = Math.min(await lengthOf(page), 400)
      const step = Math.max(1, Math.floor(length / 7))
      for (let byte = 0; byte < length; byte += step) {
        names.add(await thereAndBack(page, byte % 2 ? 'plain' : 'wire', byte))
      }
    }
    for (const name of ['message type', 'services', 'nonce', 'merkle root']) {
      expect([...names]).toContain(name)
    }
    expect(errors()).toEqual([])
  }, 240_000)
})

/** Almost as much as a message may hold. */
const TRANSACTIONS = 5000
const SCRIPT_LEN = 730
const HEADER_LEN = 80

function blockPayload(): Uint8Array {
  const count = Uint8Array.of(0xfd, TRANSACTIONS & 0xff, TRANSACTIONS >> 8)
  const transactions = Array.from({ length: TRANSACTIONS }, (_, i) =>
    encodeTransaction({
      version: 2,
      inputs: [
        {
          previousTxid: (i + 1).toString(16).padStart(64, '0'),
          previousIndex: i,
          scriptSig: new Uint8Array(SCRIPT_LEN).fill(0x51),
          sequence: 0xffffffff,
          witness: [],
        },
      ],
      outputs: [{ amount: 5000n, scriptPubKey: Uint8Array.of(0x51) }],
      lockTime: 0,
    }),
  )
  return concatBytes(new Uint8Array(HEADER_LEN), count, ...transactions)
}

const BLOCK_ID = 2
const TAG_LEN = 16

/** A session in which nothing came but a block. */
function recordingOfBlock(): Recording {
  const contents = concatBytes(Uint8Array.of(BLOCK_ID), blockPayload())
  const end = 4 + contents.length
  const block: TimedEvent = {
    type: 'packet_received',
    seq: 0,
    time: 1,
    role: 'initiator',
    direction: 'received',
    bytes: new Uint8Array(end + TAG_LEN).map((_, i) => i * 31),
    fields: [
      { name: 'length field', start: 0, end: 3, row: 'P1' },
      { name: 'header', start: 3, end: 4, row: 'P2' },
      { name: 'message type', start: 4, end: 5, row: 'A1' },
      { name: 'payload', start: 5, end, row: 'A1' },
      { name: 'tag', start: end, end: end + TAG_LEN, row: 'P5' },
    ],
    kind: 'message',
    decoy: false,
    number: 0,
    epoch: 0,
    length: contents.length,
    header: 0,
    contents,
    tag: new Uint8Array(TAG_LEN),
    nonce: new Uint8Array(12),
    aad: new Uint8Array(0),
    lengthKey: 'responder_L',
    packetKey: 'responder_P',
  }
  return {
    level: 'decrypted',
    application: 'v2scope 0.1.0',
    origin: 'live',
    startedAt: '2026-11-24T15:02:11.000Z',
    settings: {
      peer: 'mine',
      network: 'regtest',
      magic: Networks.regtest.magic,
      garbage: undefined,
      decoys: 0,
      role: 'initiator',
      transport: 'v2',
    },
    events: [block],
    standing: { state: 'closed', phase: 'application', transport: 'v2', droppedBytes: 0 },
    time: 2,
  }
}

describeBrowser('the bytes of an item', () => {
  let host: StaticServer
  beforeAll(async () => {
    browser = await launchBrowser()
    host = await serveStatic(inRoot('apps/web/dist'))
  })
  afterAll(async () => {
    await host?.close()
    await browser?.close()
  })

  const SEED = 'peer=simulated&network=regtest&decoys=2&seed=bytes'
  /** With the peer's version message selected. */
  async function simulated(view: View = VIEW, more = '') {
    const { page, errors } = await open(`${host.url}#/session?${SEED}${more}`, view)
    await new SessionPage(page).established()
    return { page, errors }
  }
  /** A message of the handshake has so many bytes at least. */
  const BYTE = 30

  it('are a block of 4 MB to the last one, each in its transaction', async () => {
    const { page, errors } = await open(`${host.url}#/session?peer=simulated`)
    const file = Buffer.from(encodeRecording(recordingOfBlock()))
    const name = 'block.v2scope.json'
    await page
      .getByTestId('open-file-input')
      .setInputFiles({ name, mimeType: 'application/json', buffer: file })
    await page.waitForSelector('[data-session-recorded]', PATIENCE)
    await page.getByTestId('packet-row').first().click()
    const grid = page.getByTestId('bytes-plain')
    // the one that was shown before stays until this one is there
    await expect
      .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
      .toBeGreaterThan(200_000)
    await grid.focus()
    await page.keyboard.press('Control+End')
    for (let i = 0; i < TAG_LEN; i++) await page.keyboard.press('ArrowLeft')
    await expect
      .poll(() => chosenItem(page).allTextContents(), PATIENCE)
      .toEqual([expect.stringMatching(/^lock time/)])
    expect(await page.locator('[data-id="3.5001"]').count()).toBe(1)
    expect(await page.getByTestId('more-parts').allTextContents()).toEqual([
      '… 4,900 more: show the next 100',
      '… 4,900 more before: show the last 100',
    ])
    // both views are where the byte is
    const [byte] = await chosenBytes(page, 'plain')
    expect(byte).toBeGreaterThan(3_900_000)
    expect(await chosenBytes(page, 'wire')).toEqual([byte])
    for (const where of ['wire', 'plain'] as const) {
      expect(await cell(page, where, byte ?? 0).isVisible()).toBe(true)
    }
    // somewhere in the middle, by the scroll bar
    await grid.evaluate((element) => {
      element.scrollTop = element.scrollHeight * 0.5
    })
    const middle = page.locator('[data-testid="bytes-plain"] [role="gridcell"]').nth(300)
    await middle.waitFor()
    await middle.click()
    await expect
      .poll(() => attributes(chosenItem(page), 'data-id'), PATIENCE)
      .toEqual([expect.stringMatching(/^3\.2\d\d\d\./)])
    expect(await page.locator('[role="gridcell"]').count()).toBeLessThan(6000)
    expect(errors()).toEqual([])
  })

  it('are chosen by a drag and by Shift with the arrows, and copied', async () => {
    const { page, errors } = await simulated()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const [from, to] = [cell(page, 'plain', BYTE), cell(page, 'plain', BYTE + 5)]
    await from.hover()
    await page.mouse.down()
    await to.hover()
    await page.mouse.up()
    const six = Array.from({ length: 6 }, (_, i) => BYTE + i)
    expect(await chosenBytes(page, 'plain')).toEqual(six)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Shift+ArrowLeft')
    expect(await chosenBytes(page, 'wire')).toEqual(six.slice(0, 5))
    expect(await page.getByTestId('chosen-bytes').textContent()).toContain(
      'offset 30 (0x1e) · 5 bytes',
    )
    const hex = await Promise.all(
      six.slice(0, 5).map((at) => cell(page, 'plain', at).textContent()),
    )
    await page.getByTestId('copy-as').last().click()
    await page.getByRole('menuitem', { name: 'Python' }).click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`b"${hex.map((byte) => `\\x${byte}`).join('')}"`)
    expect(errors()).toEqual([])
  })

  it('are chosen by a finger: a tap, and a long press that is drawn on', async () => {
    const phone = { width: 390, height: 844, hasTouch: true, reducedMotion: 'reduce' } as const
    const { page, errors } = await simulated(phone)
    await page.getByRole('tab', { name: 'Details' }).tap()
    await cell(page, 'wire', 8).tap()
    expect(await chosenBytes(page, 'wire')).toEqual([8])
    const client = await page.context().newCDPSession(page)
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Locator) => {
      const box = await at?.boundingBox()
      const touchPoints = box ? [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] : []
      await client.send('Input.dispatchTouchEvent', { type, touchPoints })
    }
    await touch('touchStart', cell(page, 'wire', 2))
    await expect.poll(() => chosenBytes(page, 'wire')).toEqual([2])
    await touch('touchMove', cell(page, 'wire', 9))
    await touch('touchMove', cell(page, 'wire', 10))
    await touch('touchEnd')
    expect(await chosenBytes(page, 'wire')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(errors()).toEqual([])
  })

  it('are the same for whoever opens the link, there already or anew', async () => {
    const { page } = await simulated()
    await cell(page, 'plain', BYTE).click()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => page.url()).toContain('&bytes=plain:30-31')
    const url = page.url()
    const selection = async (of: Page) => ({
      row: await of.locator('[data-testid="packet-row"][aria-selected="true"]').allTextContents(),
      item: await attributes(chosenItem(of), 'data-id'),
      bytes: await chosenBytes(of, 'plain'),
    })
    const mine = await selection(page)
    const other = await open(url)
    await new SessionPage(other.page).established()
    await expect.poll(() => selection(other.page), PATIENCE).toEqual(mine)
    expect(other.page.url()).toBe(url)

    // another selection, and then the link again: the session goes on
    await page.getByTestId('packet-row').first().click()
    await expect.poll(() => page.url()).not.toBe(url)
    await page.evaluate((hash) => {
      location.hash = hash
    }, new URL(url).hash)
    await expect.poll(() => selection(page), PATIENCE).toEqual(mine)
    expect(await page.getByTestId('last-session').count()).toBe(0)
  })

  it('of another session is followed, though the page writes its own before it is told of it', async () => {
    const { page } = await simulated()
    const before = await page.evaluate(() => {
      const { hash } = location
      location.hash = hash.replace(/seed=[^&]*/, 'seed=another')
      history.replaceState(null, '', hash)
      return hash
    })
    expect(before).toContain('seed=')
    await expect.poll(() => page.url(), PATIENCE).toContain('seed=another')
    await expect.poll(() => page.getByTestId('last-session').count(), PATIENCE).toBe(1)
  })

  it('are found by what they say, and that is where the page goes', async () => {
    const { page, errors } = await simulated()
    await page.getByTestId('packet-row').first().click()
    await page.keyboard.press('Control+f')
    await page.getByTestId('find').fill('V2SCOPE')
    await expect.poll(() => page.getByTestId('find-count').textContent()).toMatch(/\d found$/)
    await page.keyboard.press('Enter')
    const text = async () =>
      Promise.all(
        (await chosenBytes(page, 'plain')).map((at) => cell(page, 'plain', at).textContent()),
      )
    await expect
      .poll(async () =>
        Buffer.from((await text()).join(''), 'hex')
          .toString()
          .toLowerCase(),
      )
      .toBe('v2scope')
    await expect.poll(() => page.getByTestId('find-count').textContent()).toMatch(/1 of \d$/)
    expect(await chosenItem(page).textContent()).toContain('/v2scope')
    await page.keyboard.press('Escape')
    expect(await page.getByTestId('find').count()).toBe(0)
    expect(errors()).toEqual([])
  })
})
