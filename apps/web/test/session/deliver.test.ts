// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { getFile } from '../../src/session/browser-environment.js'
import { deliver } from '../../src/session/deliver.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('a file is a download, and is released afterwards', () => {
  vi.useFakeTimers()
  const file = new Blob(['x'])
  const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:it')
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
  const clicked: unknown[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push([this.href, this.download, this.isConnected])
  })
  deliver(file, 'a.json')
  expect(create).toHaveBeenCalledWith(file)
  expect(clicked).toEqual([['blob:it', 'a.json', true]])
  expect(document.querySelector('a')).toBeNull()
  expect(revoke).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(revoke).toHaveBeenCalledWith('blob:it')
})

it('a file is fetched with its status', async () => {
  const fetched = vi.fn(async () => new Response('x', { status: 418 }))
  vi.stubGlobal('fetch', fetched)
  const { status, file } = await getFile('http://a.test/x')
  expect(status).toBe(418)
  expect(await file.text()).toBe('x')
  expect(fetched).toHaveBeenCalledWith('http://a.test/x', {
    mode: 'same-origin',
    cache: 'no-store',
  })
})
