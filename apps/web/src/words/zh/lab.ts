/** Words of the page in Chinese: the Lab's frame, and its faults. */

import type { LabWords } from '../lab.js'

export const lab: LabWords = {
  title: '实验室',
  lede: '攻击一条加密连接，看看什么守得住。',
  tabList: '实验室能做什么',
  tabs: { faults: '故障', mallory: '中间人', shaping: 'decoy 与整形' },
  peer: '试验对象',
}
