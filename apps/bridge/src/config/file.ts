import { dirname, resolve } from 'node:path'
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser'
import type * as z from 'zod'
import { bridgeFile } from './file-schema.js'
import type { Given, Source } from './given.js'
import { type JsonFile, keysOf, readJsonFile } from './json-file.js'
import { instead } from './nearest.js'
import { type AnyOption, keyOf } from './option.js'
import { SETTABLE } from './options.js'

/** Reads the JSON file at `path`, which the option or variable `from` names. */
export function readConfigFile(path: string, from: string): Source {
  const file = readJsonFile(path, from)
  if (typeof file === 'string') return { given: [], problems: [file] }
  const issues = bridgeFile.safeParse(getNodeValue(file.tree)).error?.issues ?? []
  const problems = issues.flatMap((issue) => explain(issue, file))
  const wrong = new Set(issues.map((issue) => issue.path[0]))
  const right = SETTABLE.filter((option) => !wrong.has(keyOf(option)))
  const given = right.flatMap((option) => givenBy(option, file))
  return { given, problems: [...repeated(file), ...problems] }
}

/** None, one, or those of a list. */
function givenBy(option: AnyOption, file: JsonFile): Given[] {
  const node = findNodeAtLocation(file.tree, [keyOf(option)])
  if (node === undefined) return []
  return (option.many ? (node.children ?? []) : [node]).map((each) => toGiven(each, option, file))
}

function toGiven(node: Node, option: AnyOption, file: JsonFile): Given {
  const { flag, kind } = option
  const value: unknown = getNodeValue(node)
  const place = file.place(node.offset)
  const at = `${place}: "${keyOf(option)}"`
  return {
    flag,
    // A file goes with what lies beside it, wherever the bridge is started.
    text: kind.isPath && value !== '' ? resolve(dirname(file.path), `${value}`) : `${value}`,
    from: place.replace(/:\d+$/, ''),
    at: kind.isPath ? at : `${at}: ${JSON.stringify(value)}`,
  }
}

/** What the schema refuses, and what to write in its place. */
function explain(issue: z.core.$ZodIssue, { tree, place }: JsonFile): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = SETTABLE.map(keyOf)
    const unknown = keysOf(tree).filter(({ value }) => issue.keys.includes(value))
    return unknown.map(
      ({ value, offset }) => `${place(offset)}: "${value}" is no option; ${instead(value, known)}`,
    )
  }
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const node = findNodeAtLocation(tree, path)
  const option = SETTABLE.find((each) => keyOf(each) === path[0])
  const value: unknown = node && getNodeValue(node)
  const at = `${place(node?.offset ?? 0)}: "${path[0]}": ${JSON.stringify(value)}`
  return [`${at}: ${insteadOf(value, option, path.length > 1)}.`]
}

function insteadOf(value: unknown, option: AnyOption | undefined, inList: boolean): string {
  if (option?.many && !inList) return 'write a list, in brackets'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const reading = option?.kind.read(text)
  if (reading && 'wrong' in reading) return reading.wrong
  return typeof value === 'string' ? 'write it without quotes' : 'write it in quotes'
}

/** JSON lets a key stand twice, and the last one count; nobody means that. */
function repeated({ tree, place }: JsonFile): readonly string[] {
  const keys = keysOf(tree)
  return keys
    .filter(({ value }, at) => keys.findIndex((key) => key.value === value) < at)
    .map(({ value, offset }) => `${place(offset)}: "${value}" is given twice; leave one out.`)
}
