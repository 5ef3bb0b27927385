/** Opens recordings: files of the user's, and those of the page's own origin. */

import type { NotOpened } from './file-problem.js'
import type { Look } from './look.js'
import type { OpenedFile, StoreContext } from './store-context.js'

const HTTP_OK = 200

/** Gives the worker a file; the session before it stays until the file has proved to be sound. */
export function openFile(context: StoreContext, file: Blob, opened: OpenedFile): void {
  context.ask()
  const session = context.newId()
  context.opened.set(session, opened)
  context.store.setState({ opening: { state: 'reading', name: opened.name } })
  const { instead = false } = opened
  context.options.port.post({ type: 'open', session, file, ...(instead && { instead }) })
}

/**
 * @param url relative to the page, or absolute @param look what is to be selected
 * @param instead whether it takes the place of the present session
 */
export async function openUrl(
  context: StoreContext,
  url: string,
  look?: Look,
  instead = false,
): Promise<void> {
  const { base, getFile } = context.options
  const { store } = context
  const isLatest = context.ask()
  const refuse = (name: string, problem: NotOpened) =>
    store.setState({ opening: { state: 'refused', name, ...problem } })
  const target = URL.canParse(url, base) ? new URL(url, base) : undefined
  if (!target) {
    const message = `“${url}” is no address. Give one of this page’s own, such as recordings/NAME.`
    refuse(url, { code: 'BAD_ADDRESS', message, address: url })
    return
  }
  const { origin } = new URL(base)
  if (target.origin !== origin || target.username !== '' || target.password !== '') {
    const elsewhere = target.origin === 'null' ? `a ${target.protocol} address` : target.host
    const message = `Recordings are fetched from ${origin} only, where this page comes from, and without a name or a password; not from ${elsewhere}. Download the file, and open it here.`
    refuse(url, { code: 'OTHER_ORIGIN', message, address: origin })
    return
  }
  const name = nameIn(target)
  store.setState({ opening: { state: 'reading', name } })
  const answer = await getFile(target.href).catch(() => undefined)
  if (!isLatest()) return
  if (!answer) {
    const message = `Nothing answers at ${target.href}. Try it again later.`
    refuse(name, { code: 'NO_ANSWER', message, address: target.href })
  } else if (answer.status !== HTTP_OK) {
    const message = `There is no recording at ${target.href}: the answer is HTTP ${answer.status}. Check the address.`
    refuse(name, { code: `HTTP_${answer.status}`, message, address: target.href })
  } else {
    openFile(context, answer.file, { name, url, look, instead })
  }
}

/** The last part of the path. */
function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || pathname
  } catch {
    return last
  }
}
