/** A language for tests: English in other letters and in brackets, so that a bare string stands out. */

const LETTERS: Readonly<Record<string, string | undefined>> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', c: 'ç', n: 'ñ', y: 'ý' },
  ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', C: 'Ç', N: 'Ñ', Y: 'Ý' },
}

const inBrackets = (text: string): string =>
  text === '' ? text : `⟦${text.replace(/[a-zA-Z]/g, (letter) => LETTERS[letter] ?? letter)}⟧`

/** The same catalogue, every text of it in brackets, those that its functions give among them. */
export function pseudo<T>(words: T): T {
  return inPseudo(words) as T // the shape is kept
}

function inPseudo(value: unknown): unknown {
  if (typeof value === 'string') return inBrackets(value)
  if (typeof value === 'function') {
    return (...args: readonly unknown[]) => inPseudo(value(...args))
  }
  if (Array.isArray(value)) return value.map(inPseudo)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inPseudo(part)]))
  }
  return value
}
