// @vitest-environment node
import { readFileSync } from 'node:fs'
import { decodeMessage, type FieldSpan, KNOWN_TYPES } from '@v2scope/messages'
import { decodeRecording } from '@v2scope/recording/file'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../../scripts/lib/paths.mjs'
import { messageOf } from '../../src/session/message-of.js'
import { glossary as glossaryEn } from '../../src/words/en/glossary.js'
import { messageFields as fieldsEn } from '../../src/words/en/message-fields.js'
import { messages as messagesEn } from '../../src/words/en/messages.js'
import { typeWords } from '../../src/words/type-words.js'
import { glossary as glossaryZh } from '../../src/words/zh/glossary.js'
import { messageFields as fieldsZh } from '../../src/words/zh/message-fields.js'
import { messages as messagesZh } from '../../src/words/zh/messages.js'

const SENTENCE = { en: /^[A-Z0-9].+\.$/, zh: /^.*\p{Script=Han}.*。$/u }
/** A sentence of a tooltip: longer ones are not read. */
const MAX_LENGTH = { en: 200, zh: 90 }

const CATALOGUES = {
  en: { fields: fieldsEn, glossary: glossaryEn, types: messagesEn.types },
  zh: { fields: fieldsZh, glossary: glossaryZh, types: messagesZh.types },
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const { fields, glossary, types } = CATALOGUES[language]
  const whys = Object.values(fields).map(({ why }) => why)
  const whats = Object.values(fields).map(({ what }) => what)
  const definitions = Object.values(glossary).map(({ definition }) => definition)

  it('every text is a whole sentence of a length that is read', () => {
    for (const text of [...whats, ...whys, ...definitions, ...Object.values(types)]) {
      expect(text).toMatch(SENTENCE[language])
      expect(text.length).toBeLessThanOrEqual(MAX_LENGTH[language])
    }
  })

  it('no two fields are there for the same reason, and no two terms are the same', () => {
    expect(new Set(whys).size).toBe(whys.length)
    expect(new Set(definitions).size).toBe(definitions.length)
    expect(new Set(Object.values(glossary).map(({ term }) => term)).size).toBe(definitions.length)
    expect(new Set(Object.values(types)).size).toBe(KNOWN_TYPES.length)
  })
})

it('each sentence of the one language has one of its own in the other', () => {
  const same = (a: object, b: object) =>
    Object.keys(a).sort().join() === Object.keys(b).sort().join()
  expect(same(fieldsEn, fieldsZh)).toBe(true)
  expect(same(glossaryEn, glossaryZh)).toBe(true)
})

it('a type that is no name of a message has no words, though objects inherit it', () => {
  expect(typeWords(messagesEn, 'ping')).toBe(messagesEn.types.ping)
  for (const type of ['constructor', '__proto__', 'toString', 'nonsense']) {
    expect(typeWords(messagesEn, type)).toBeUndefined()
  }
})

describe.each(['failure', 'plain', 'rekeys'])('the shipped recording %s', (name) => {
  const bytes = readFileSync(inRoot(`apps/web/public/recordings/${name}.v2scope.json`))

  it('has no field without a what and a why in both languages', () => {
    const { events } = decodeRecording(bytes)
    const spans = events.flatMap((event) => {
      const message = messageOf(event)
      return message ? all(decodeMessage(message.messageType, message.payload).fields) : []
    })
    expect(spans.length).toBeGreaterThan(0)
    for (const { fieldKey } of spans) {
      for (const { fields } of Object.values(CATALOGUES)) {
        expect(fields[fieldKey]).toMatchObject({ what: /./, why: /./ })
      }
    }
  })
})

const all = (spans: readonly FieldSpan[]): FieldSpan[] =>
  spans.flatMap((span) => [span, ...all(span.children ?? [])])
