/** Words of the page in Chinese: the header, and the name of the document. */

import type { Words } from '../words.js'

const themes: Words['header']['themes'] = {
  system: '主题跟随系统',
  light: '浅色主题',
  dark: '深色主题',
}

export const header: Words['header'] = {
  document: 'v2scope：逐字节查看比特币的加密传输',
  language: '语言',
  theme: '主题',
  themes,
}
