/** Words of the page in English: its screens, and the way between them. */

export const screens = {
  nav: 'screens',
  names: { session: 'Session', keys: 'Key schedule', compare: 'Compare' },
}
