/** Words of the page in English: its screens, and the way between them. */

export const screens = {
  nav: 'screens',
  panes: { wire: 'On the wire', packets: 'Packets', details: 'Details', keys: 'Keys' },
  names: { session: 'Session', keys: 'Key schedule', compare: 'Compare' },
}
