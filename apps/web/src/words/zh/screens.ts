/** Words of the page in Chinese: its screens, and the way between them. */

import type { Words } from '../words.js'

export const screens: Words['screens'] = {
  nav: '页面',
  names: { session: '会话', keys: '密钥派生', compare: '对比' },
}
