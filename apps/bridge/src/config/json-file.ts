import { readFileSync } from 'node:fs'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'

/** A file that holds one JSON object. */
export interface JsonFile {
  readonly path: string
  readonly tree: Node
  /** `PATH:LINE:COLUMN` of what begins at `offset`, both from 1. */
  place(offset: number): string
}

/** Reads the file at `path`, or says why it can't; `from` is the option that names it. */
export function readJsonFile(path: string, from: string): JsonFile | string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return `${from} ${path}: ${unread(error)}; write the path of a JSON file.`
  }
  const place = (offset: number) => `${path}:${placeIn(text, offset)}`
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first) return `${place(first.offset)}: this is not JSON: ${expected(first)}.`
  if (tree?.type !== 'object') return `${place(0)}: write an object: { "port": 8324 }.`
  return { path, tree, place }
}

function unread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : error
  return code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
}

function placeIn(text: string, offset: number): string {
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

/** The keys of an object, in their order. */
export const keysOf = ({ children = [] }: Node): readonly Node[] =>
  children.flatMap((member) => member.children?.slice(0, 1) ?? [])
