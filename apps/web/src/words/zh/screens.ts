/** Words of the page in Chinese: its screens, and the way between them. */

import type { Words } from '../words.js'

export const screens: Words['screens'] = {
  nav: '页面',
  panes: { wire: '线路', packets: '数据包', details: '详情', keys: '密钥' },
  tabs: { wire: '线路', packets: '数据包', details: '详情', keys: '密钥' },
  tabList: '窗格',
  side: '详情与密钥',
  names: {
    session: '会话',
    keys: '密钥派生',
    eavesdropper: '窃听者',
    lab: '实验室',
    compare: '对比',
  },
}
