// @vitest-environment node
import { expect, it } from 'vitest'
import { startInstead } from '../../src/session/fall-back.js'
import { newStore } from './fake-port.js'
import { SETTINGS } from './test-world.js'

const started = ({ port }: ReturnType<typeof newStore>) =>
  port.posted.filter(({ type }) => type === 'start')

function page() {
  const made = newStore({ getFile: async () => ({ status: 404, file: new Blob() }) })
  startInstead(made.store)
  return made
}

it('a page with nothing to show starts a session, and goes on saying why', async () => {
  const made = page()
  await made.actions.open('#/recording?url=none.json')
  await expect.poll(() => started(made)).toHaveLength(1)
  expect(made.state().opening).toMatchObject({ state: 'refused', code: 'HTTP_404' })
  expect(made.state().current?.settings.peer).toBe('demo')
})

it('a page with a session keeps it', async () => {
  const made = page()
  made.actions.start(SETTINGS)
  await made.actions.open('#/recording?url=none.json')
  await Promise.resolve()
  expect(made.state().opening.state).toBe('refused')
  expect(started(made)).toHaveLength(1)
  expect(made.state().current?.id).toBe(1)
})
