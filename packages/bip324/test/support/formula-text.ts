/** The formulas of a trace, taken apart: a language of sums, products, joined bytes and calls. */

/** What a formula says, as a tree. */
export type Node =
  | { readonly is: 'number'; readonly value: bigint }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'zeros'; readonly count: number }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'negation'; readonly of: Node }
  | { readonly is: 'power'; readonly of: Node; readonly exponent: bigint }
  | { readonly is: 'mod p'; readonly of: Node }
  | { readonly is: 'slice'; readonly of: Node; readonly from: number; readonly to: number }
  | {
      readonly is: 'binary'
      readonly by: '+' | '−' | '·' | '/' | '‖'
      readonly left: Node
      readonly right: Node
    }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Argument[] }
export interface Argument {
  readonly name: string | undefined
  readonly value: Node
}
/** `0 → 1`, or `A where B = C`. */
export type Adjustment =
  | { readonly from: Node; readonly to: Node }
  | { readonly to: Node; readonly left: Node; readonly right: Node }
export interface Formula {
  readonly value: Node
  /** `= x2`: the value that it says to be equal. */
  readonly equals: string | undefined
  readonly adjustments: readonly Adjustment[]
}

const TOKEN = /\s*(?:"([^"]*)"|(\d+)|([A-Za-z][\w-]*)|(\.\.|[()[\],+−·/‖=→²³]))/uy
const EXPONENTS: Readonly<Record<string, bigint>> = { '²': 2n, '³': 3n }
const LEVELS = [['‖'], ['+', '−'], ['·', '/']] as const

class Parser {
  readonly #tokens: string[] = []
  #at = 0

  constructor(formula: string) {
    const text = formula.trim()
    for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
      const start = TOKEN.lastIndex
      const match = TOKEN.exec(text)
      if (!match) throw new SyntaxError(`no formula from here on: ${text.slice(start)}`)
      this.#tokens.push(match[0].trim())
    }
  }

  formula(): Formula {
    const value = this.expression()
    const equals = this.#skip('=') ? this.#next() : undefined
    const adjustments: Adjustment[] = []
    while (this.#skip(',')) adjustments.push(this.#adjustment())
    if (this.#at < this.#tokens.length) throw new SyntaxError(`left over: ${this.#next()}`)
    return { value, equals, adjustments }
  }

  #adjustment(): Adjustment {
    const first = this.expression()
    if (this.#skip('→')) return { from: first, to: this.expression() }
    this.#must('where')
    const left = this.expression()
    this.#must('=')
    return { to: first, left, right: this.expression() }
  }

  expression(level = 0): Node {
    const operators = LEVELS[level]
    if (!operators) return this.#unary()
    let left = this.expression(level + 1)
    for (;;) {
      const by = operators.find((operator) => this.#skip(operator))
      if (!by) return left
      left = { is: 'binary', by, left, right: this.expression(level + 1) }
    }
  }

  #unary(): Node {
    if (this.#skip('−')) return { is: 'negation', of: this.#unary() }
    let node = this.#primary()
    for (;;) {
      const exponent = EXPONENTS[this.#peek()]
      if (exponent !== undefined) {
        this.#next()
        node = { is: 'power', of: node, exponent }
      } else if (this.#skip('[')) {
        const from = Number(this.#next())
        this.#must('..')
        node = { is: 'slice', of: node, from, to: Number(this.#next()) }
        this.#must(']')
      } else if (this.#skip('mod')) {
        this.#must('p')
        node = { is: 'mod p', of: node }
      } else return node
    }
  }

  #primary(): Node {
    if (this.#skip('(')) {
      const inner = this.expression()
      this.#must(')')
      return inner
    }
    const token = this.#next()
    if (token.startsWith('"')) return { is: 'text', value: token.slice(1, -1) }
    if (/^\d/.test(token)) {
      if (this.#skip('zeros')) return { is: 'zeros', count: Number(token) }
      return { is: 'number', value: BigInt(token) }
    }
    if (!/^[A-Za-z]/.test(token)) throw new SyntaxError(`${token} begins no value`)
    return this.#skip('(') ? this.#call(token) : { is: 'name', name: token }
  }

  #call(name: string): Node {
    const args: Argument[] = []
    do {
      const value = this.expression()
      if (value.is === 'name' && this.#skip('=')) {
        args.push({ name: value.name, value: this.expression() })
      } else args.push({ name: undefined, value })
    } while (this.#skip(','))
    this.#must(')')
    return { is: 'call', name, args }
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #next(): string {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #skip(token: string): boolean {
    if (this.#peek() !== token) return false
    this.#at += 1
    return true
  }

  #must(token: string): void {
    if (!this.#skip(token)) throw new SyntaxError(`${token} expected, not ${this.#peek()}`)
  }
}

export const parseFormula = (formula: string): Formula => new Parser(formula).formula()
