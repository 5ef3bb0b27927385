import { readFileSync } from 'node:fs'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type * as z from 'zod'
import { bridgeFile } from './file-schema.js'
import type { Given, Source } from './given.js'
import { instead } from './nearest.js'
import { type AnyOption, keyOf } from './option.js'
import { SETTABLE } from './options.js'

/** Reads the JSON file at `path`, which the option or variable `from` names. */
export function readConfigFile(path: string, from: string): Source {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return broken(`${from} ${path}: ${unread(error)}; write the path of a JSON file.`)
  }
  return readJson(text.replace(/^\uFEFF/, ''), path)
}

function unread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : error
  return code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
}

const broken = (problem: string): Source => ({ given: [], problems: [problem] })

function readJson(text: string, path: string): Source {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const place = (offset: number) => `${path}:${placeOf(text, offset)}`
  const [first] = errors
  if (first) return broken(`${place(first.offset)}: this is not JSON: ${expected(first)}.`)
  if (tree?.type !== 'object') return broken(`${place(0)}: write an object: { "port": 8324 }.`)
  return readTree(tree, place)
}

function readTree(tree: Node, place: (offset: number) => string): Source {
  const value: unknown = getNodeValue(tree)
  const issues = bridgeFile.safeParse(value).error?.issues ?? []
  const problems = [...repeated(tree, place)]
  for (const issue of issues) problems.push(...explain(issue, tree, place))
  const bad = new Set(issues.map(({ path }) => path[0]))
  const given = SETTABLE.filter((option) => !bad.has(keyOf(option))).flatMap((option) =>
    membersOf(option, tree).map((node) => givenBy(node, option, place)),
  )
  return { given, problems }
}

/** The nodes that set `option`: none, one, or those of its list. */
function membersOf(option: AnyOption, tree: Node): Node[] {
  const node = findNodeAtLocation(tree, [keyOf(option)])
  if (node === undefined) return []
  return option.many ? (node.children ?? []) : [node]
}

function givenBy(node: Node, option: AnyOption, place: (offset: number) => string): Given {
  const where = place(node.offset)
  const value: unknown = getNodeValue(node)
  return {
    flag: option.flag,
    text: `${value}`,
    from: where.replace(/:\d+$/, ''),
    at: `${where}: "${keyOf(option)}": ${JSON.stringify(value)}`,
  }
}

function explain(
  issue: z.core.$ZodIssue,
  tree: Node,
  place: (offset: number) => string,
): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = SETTABLE.map(keyOf)
    return issue.keys.map((key) => {
      const at = place(keyNode(tree, key)?.offset ?? 0)
      return `${at}: "${key}" is no option; ${instead(key, known)}`
    })
  }
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const node = findNodeAtLocation(tree, path)
  const option = SETTABLE.find((each) => keyOf(each) === path[0])
  const value: unknown = node && getNodeValue(node)
  const at = `${place(node?.offset ?? 0)}: "${path[0]}": ${JSON.stringify(value)}`
  return [`${at}: ${insteadOf(value, option, path.length > 1)}.`]
}

/** What to write in place of a value that the schema refuses. */
function insteadOf(value: unknown, option: AnyOption | undefined, inList: boolean): string {
  if (option?.many && !inList) return 'write a list, in brackets'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const reading = option?.kind.read(text)
  if (reading && 'wrong' in reading) return reading.wrong
  return typeof value === 'string' ? 'write it without quotes' : 'write it in quotes'
}

const keyNode = (tree: Node, key: string) => keyNodes(tree).find(({ value }) => value === key)

const keyNodes = (tree: Node): Node[] =>
  (tree.children ?? []).flatMap(({ children }) => children?.slice(0, 1) ?? [])

/** JSON lets a key stand twice, and the last one count; nobody means that. */
function repeated(tree: Node, place: (offset: number) => string): string[] {
  const keys = keyNodes(tree)
  return keys
    .filter(({ value }, at) => keys.findIndex((key) => key.value === value) < at)
    .map(({ value, offset }) => `${place(offset)}: "${value}" is given twice; leave one out.`)
}

/** `LINE:COLUMN`, both from 1. */
function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a "}" is missing here',
  CloseBracketExpected: 'a "]" is missing here',
  InvalidCommentToken: 'it has no comments',
  UnexpectedEndOfString: 'a text ends with a double quote, on the same line',
  EndOfFileExpected: 'nothing may follow here',
}

const expected = ({ error }: ParseError): string =>
  EXPECTED[printParseErrorCode(error)] ?? 'what stands here is not of its form'
