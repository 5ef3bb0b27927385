/** Hands a file to the browser, which keeps it where it keeps downloads. */

/** The browser has begun to read the file by then. */
const RELEASE_AFTER_MS = 60_000

export function deliver(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_AFTER_MS)
}
