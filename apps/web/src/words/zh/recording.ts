/** Words of the page in Chinese: recordings, saved and opened. */

import type { RecordingLevel } from '@v2scope/recording'
import type { RecordingPlace } from '@v2scope/recording/file'
import type { NotMade, NotOpened } from '../../session/file-problem.js'
import { count, size } from '../../ui/parts/format.js'
import type { DropProblem } from '../../ui/recording/dropped-file.js'
import type { Words } from '../words.js'

const dropped = (problem: DropProblem): string => {
  switch (problem.code) {
    case 'SEVERAL':
      return `拖入了 ${count(problem.files)} 个文件。一次只能显示一个会话，请只拖入其中一个。`
    case 'FOLDER':
      return '这是一个文件夹。请拖入录制文件本身，其名称以 .v2scope.json 结尾。'
    case 'NOTHING':
      return '拖入的内容中没有文件。请先将其保存为文件，再拖入。'
  }
}

/** `events[12].bytes（第 14 行）` */
function placed({ line, column, byte, path }: RecordingPlace = {}): string {
  if (byte !== undefined) return `第 ${count(byte)} 字节`
  const at = [
    line !== undefined && `第 ${count(line)} 行`,
    column !== undefined && `第 ${count(column)} 列`,
  ]
  const where = at.filter((part) => part !== false).join('、')
  if (path === undefined) return where
  const name = path === '' ? '录制本身' : path
  return where === '' ? name : `${name}（${where}）`
}

function notOpened({ code, place, address = '', reason = '' }: NotOpened): string {
  switch (code) {
    case 'TOO_BIG':
      return '该文件过大：录制文件最大为 256 MiB。请打开其他文件。'
    case 'NOT_TEXT':
      return `该文件在${placed(place)}处不是文本（UTF-8）：文件已损坏，或不是录制。请打开由 v2scope 保存的文件（.v2scope.json）。`
    case 'NOT_JSON':
      return `该文件不完整或已损坏：在${placed(place)}处不再是 JSON。请从原处重新获取。`
    case 'NOT_A_RECORDING':
      return `该文件是 JSON，但不是 v2scope 的录制：${placed(place)}应写明格式与版本。请打开由 v2scope 保存的文件（.v2scope.json）。`
    case 'NEWER_VERSION':
      return `该录制的格式版本（${placed(place)}）比本页面所能读取的更新。请刷新页面，或使用更新的 v2scope。`
    case 'BAD_VALUE':
      return `无法打开该录制：${placed(place)} 有误。文件在保存之后被改动过，请从原处重新获取。`
    case 'UNREADABLE':
      return `无法读取该文件：${reason}。请重新打开。`
    case 'BAD_ADDRESS':
      return `“${address}”不是有效的地址。请给出本页面自身的地址，例如 recordings/NAME。`
    case 'OTHER_ORIGIN':
      return `录制只能从本页面的来源 ${address} 获取，且地址中不能带有用户名或密码。请先下载该文件，再在此打开。`
    case 'NO_ANSWER':
      return `${address} 没有响应。请稍后重试。`
    case 'UNEXPECTED':
      return `页面的 worker 出错：${reason}`
    default:
      return `${address} 处没有录制：响应为 ${code.replace('_', ' ')}。请检查地址。`
  }
}

const holds: Readonly<Record<RecordingLevel, string>> = {
  wire: '此录制只包含线路上的字节。',
  decrypted: '此录制包含线路上的字节与解密后的内容，不包含秘密值。',
  secrets: '此录制包含全部内容。',
}

function notMade({ code, holds: level = 'wire', reason = '' }: NotMade): string {
  switch (code) {
    case 'NOT_KEPT':
      return '该会话已不再保留。'
    case 'LEFT_OUT':
      return `${holds[level]}当时略去的内容无法补回。`
    case 'UNEXPECTED':
      return `无法生成文件：${reason}`
  }
}

export const recording: Words['recording'] = {
  close: '关闭',
  open: '打开…',
  openLong: '从文件打开录制',
  openOrDrop: '打开录制；也可以把文件拖到页面的任意位置',
  drop: {
    here: '松开即可打开该录制',
    kept: '当前显示的内容会保留为上一个会话。',
    problem: dropped,
  },
  opening: {
    reading: (name) => `正在读取 ${name}…`,
    refused: (name) => `无法打开 ${name}`,
    notOpened: '没有打开任何文件',
    stays: '当前显示的会话继续进行。',
    problem: notOpened,
  },
  newSession: '开始会话',
  line: {
    live: (peer) => `录制 · 与 ${peer} 的会话`,
    demo: '录制 · 与演示节点的会话',
    inbound: '录制 · 与主动连接的节点的会话',
    simulated: '录制 · 模拟会话',
    madeBy: (application) => `由 ${application} 保存`,
    utc: (date, time) => `${date} ${time} UTC`,
    levels: {
      wire: '仅线路字节',
      decrypted: '线路字节与解密内容',
      secrets: '包含秘密值',
    },
  },
  shipped: {
    plain: '普通会话',
    rekeys: '跨越密钥更新，带有 decoy',
    failure: '失败的会话',
  },
  save: {
    button: '保存…',
    long: '将此会话保存为文件',
    nothing: '还没有可保存的内容',
    session: '保存此会话',
    recording: '再次保存此录制',
    save: '保存',
    saveAgain: '再次保存',
    done: '完成',
    making: '正在生成文件…',
    made: (name) => `已保存为 ${name}`,
    size: (bytes) => size(bytes),
    failed: '没有生成文件',
    problem: notMade,
  },
  levels: {
    legend: '保留哪些内容',
    names: {
      wire: '线路上的字节',
      decrypted: '线路上的字节与解密后的内容',
      secrets: '全部内容，包含秘密值',
    },
    said: {
      wire: '路径上任何人都能看到的内容：双方的公钥、无法解读的字节，以及会话进行到了哪一步。',
      decrypted: '每个数据包及其内容，但不包含任何能解密或伪造数据包的密钥。',
      secrets: '还包含私钥以及由它得出的一切，因此每个数值都可以重新计算。',
    },
    clear: '此会话未加密：路径上任何人看到的就是全部内容。',
    missing: '不在此录制中：当时略去的内容无法补回。',
    warning:
      '得到此文件的人可以解读整个会话；在会话结束之前，还能以你的名义接管它。请只交给可以信任的人。',
  },
  inFile: {
    title: '文件内容',
    events: (n) => `${count(n)} 个事件`,
    onWire: (n, bytes) => `线路上的 ${count(n)} 个事件，共 ${size(bytes)}`,
    about: (bytes) => ` · 文件约 ${size(bytes)}`,
    dropped: (bytes) => `有 ${size(bytes)} 的载荷已被丢弃，文件中没有这部分`,
    all: '种子所决定的全部 60 秒，而不仅是目前已显示的部分',
    noSeed: '不包含种子：所有密钥都来自种子，因此它也是秘密值',
    link: '仅凭此链接就能逐字节重现这个会话。',
    copy: '链接',
  },
}
