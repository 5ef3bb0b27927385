/** RFC 8259: where in a text a value is, and where the text stops being JSON. Engines don't agree on that. */

export type JsonPath = readonly (string | number)[]

const SPACES = ' \t\n\r'
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
/** What the text ends within: the first characters of one of the above. */
const CUT_VALUE =
  /(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/y
const CUT_ESCAPE = /\\(?:u[0-9a-fA-F]{0,3})?$/y
const FIRST_PRINTABLE = ' '

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end' | 'nothing'

/** @returns the offset where it stops being JSON, its length where it is cut short; undefined if it is whole */
export function findJsonFault(text: string): number | undefined {
  return new JsonWalk(text, () => {}).run()
}

/** @returns the offset where the value begins; of the last one that it is in, where it isn't there */
export function findJsonValue(text: string, path: JsonPath): number {
  let found = 0
  new JsonWalk(text, (here, at) => {
    if (here.length <= path.length && here.every((step, i) => step === path[i])) found = at
  }).run()
  return found
}

/** Both count from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}

/** Goes through a text with a stack of its own, so that no depth of nesting is too much for it. */
class JsonWalk {
  readonly #text: string
  readonly #onValue: (path: JsonPath, at: number) => void
  readonly #path: (string | number)[] = []
  #at = 0
  #expected: Expected = 'value'

  constructor(text: string, onValue: (path: JsonPath, at: number) => void) {
    this.#text = text
    this.#onValue = onValue
  }

  run(): number | undefined {
    for (;;) {
      while (this.#at < this.#text.length && SPACES.includes(this.#text.charAt(this.#at)))
        this.#at++
      if (this.#at === this.#text.length) {
        return this.#expected === 'nothing' ? undefined : this.#at
      }
      if (!this.#step(this.#text.charAt(this.#at))) return this.#at
    }
  }

  #step(next: string): boolean {
    switch (this.#expected) {
      case 'value or ]':
        if (next === ']') return this.#close()
        return this.#value(next)
      case 'value':
        return this.#value(next)
      case 'key or }':
        if (next === '}') return this.#close()
        return this.#key(next)
      case 'key':
        return this.#key(next)
      case 'comma or end':
        return this.#afterValue(next)
      default:
        return false
    }
  }

  #value(next: string): boolean {
    this.#onValue(this.#path, this.#at)
    if (next === '{' || next === '[') {
      this.#at++
      this.#path.push(next === '{' ? '' : 0)
      this.#expected = next === '{' ? 'key or }' : 'value or ]'
      return true
    }
    if (next !== '"' && this.#match(CUT_VALUE)) return false
    const isWhole = next === '"' ? this.#string() : this.#match(NUMBER) || this.#match(WORD)
    if (isWhole) this.#ended()
    return isWhole
  }

  #key(next: string): boolean {
    const start = this.#at
    if (next !== '"' || !this.#string()) return false
    this.#path[this.#path.length - 1] = String(JSON.parse(this.#text.slice(start, this.#at)))
    while (SPACES.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at++
    if (this.#text.charAt(this.#at) !== ':') return false
    this.#at++
    this.#expected = 'value'
    return true
  }

  #afterValue(next: string): boolean {
    const inside = this.#path.at(-1)
    if (next === (typeof inside === 'number' ? ']' : '}')) return this.#close()
    if (next !== ',') return false
    this.#at++
    if (typeof inside === 'number') this.#path[this.#path.length - 1] = inside + 1
    this.#expected = typeof inside === 'number' ? 'value' : 'key'
    return true
  }

  #close(): boolean {
    this.#at++
    this.#path.pop()
    this.#ended()
    return true
  }

  #ended(): void {
    this.#expected = this.#path.length === 0 ? 'nothing' : 'comma or end'
  }

  /** Leaves the place at the character that a string can't hold. */
  #string(): boolean {
    for (this.#at++; this.#at < this.#text.length; ) {
      const character = this.#text.charAt(this.#at)
      if (character === '\\') {
        if (this.#match(CUT_ESCAPE) || !this.#match(ESCAPE)) return false
      } else {
        if (character < FIRST_PRINTABLE) return false
        this.#at++
        if (character === '"') return true
      }
    }
    return false
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    const isThere = pattern.test(this.#text)
    if (isThere) this.#at = pattern.lastIndex
    return isThere
  }
}
