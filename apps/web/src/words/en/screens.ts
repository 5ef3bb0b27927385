/** Words of the page in English: its screens, and the way between them. */

export const screens = {
  nav: 'screens',
  panes: { wire: 'On the wire', packets: 'Packets', details: 'Details', keys: 'Keys' },
  tabs: { wire: 'Wire', packets: 'Packets', details: 'Details', keys: 'Keys' },
  tabList: 'panes',
  side: 'details and keys',
  names: {
    session: 'Session',
    keys: 'Key schedule',
    eavesdropper: 'Eavesdropper',
    lab: 'Lab',
    compare: 'Compare',
  },
}
