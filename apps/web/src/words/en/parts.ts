/** Words of the page in English: what many parts of it say. */

import { bytes, plural } from '../../ui/parts/format.js'

export const parts = {
  copy: 'copy',
  copyWhat: (what: string) => `copy ${what}`,
  copied: 'copied',
  copyFailed: 'select and copy by hand',
  bytes,
  packets: (n: number) => plural(n, 'packet'),
  notFetched: {
    title: 'This part could not be fetched',
    why: 'What serves this page does not answer; all else stays as it is.',
  },
  failed: (message: string) => ({
    title: 'This part has failed',
    why: `That is a fault of this page, not of the peer: ${message}. All else stays as it is.`,
  }),
  again: 'Try again',
}
