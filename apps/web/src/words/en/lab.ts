/** Words of the page in English: the Lab's frame, and its faults. */

import type { LabWords } from '../lab.js'

export const lab: LabWords = {
  title: 'Lab',
  lede: 'Attack an encrypted connection, and see what holds.',
  tabList: 'what the Lab can do',
  tabs: { faults: 'Faults', mallory: 'Man in the middle', shaping: 'Decoys and shaping' },
  peer: 'Try it on',
}
