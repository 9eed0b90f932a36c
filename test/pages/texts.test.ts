import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Dictionary } from '../../src/web/texts/dictionary.ts'

const FOLDER = 'src/web/texts'
const LANGUAGES = ['en', 'nb', 'sv'] as const

type Sentences = { [key: string]: string | ((...facts: never[]) => string) | Sentences }

interface Page {
  /** As it is exported: `todayTexts`. */
  name: string
  path: string
  texts: Dictionary<Sentences>
}

async function readPage(file: string): Promise<Page> {
  const path = join(FOLDER, file)
  const exported: Record<string, Dictionary<Sentences>> = await import(`../../${path}`)
  const [name, ...others] = Object.keys(exported)
  if (name === undefined || others.length > 0)
    throw new Error(`${path} exports more or less than one dictionary`)
  return { name, path, texts: exported[name]! }
}

const dictionaries = () =>
  Promise.all(
    readdirSync(FOLDER)
      .filter((file) => file !== 'dictionary.ts')
      .map(readPage)
  )

function leaves(texts: Sentences, prefix = ''): [string, string | ((...facts: never[]) => string)][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${prefix}${key}.`) : [[prefix + key, value]]
  )
}

/** What is said where every number is one; what asks for other facts than numbers and words is left out. */
function saidOfOne(value: (...facts: never[]) => string): string {
  try {
    return String(value(...(Array(value.length).fill(1) as never[])))
  } catch {
    return ''
  }
}

const sources = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('texts/'))
  .map((path) => readFileSync(join('src/web', path), 'utf8'))

t.test('every sentence of the pages exists in every language, of the same kind', async (t) => {
  for (const { path, texts } of await dictionaries()) {
    const kindsIn = (language: (typeof LANGUAGES)[number]) =>
      leaves(texts[language])
        .map(([key, value]) => `${key}: ${typeof value === 'string' ? 'text' : value.length}`)
        .sort()
    for (const language of LANGUAGES) {
      t.strictSame(kindsIn(language), kindsIn('en'), `${path} in ${language}`)
      const blank = leaves(texts[language]).filter(([, value]) => value === '')
      t.strictSame(blank, [], `${path} has no empty sentence in ${language}`)
    }
  }
})

t.test('no sentence is left that no page says', async (t) => {
  for (const { name, path, texts } of await dictionaries()) {
    const users = sources.filter((source) => source.includes(name))
    // A key may be said by its name, or picked from a list of words: then the word itself stands in a source.
    const unused = Object.keys(texts.en).filter(
      (key) => !users.some((source) => new RegExp(`\\b${key}\\b`).test(source))
    )
    t.strictSame(unused, [], path)
  }
})

/** How one of something must not be called, and what only looks like it: the one is somebody, who does something. */
const PLURALS = {
  en: { ending: /s$/, alike: 'as asks begins calls does ends has is offers shows was' },
  nb: { ending: /(er|ene)$/, alike: 'begynner ber er leder ringer slutter svarer venter viser' },
  sv: {
    ending: /(ar|er|or|na)$/,
    alike: 'behöver ber börjar erbjuder har ringer slutar svarar tar visar väntar'
  }
} as const

t.test('one of something is never called by the word for many', async (t) => {
  for (const { path, texts } of await dictionaries())
    for (const language of LANGUAGES) {
      const { ending, alike } = PLURALS[language]
      const wrong = leaves(texts[language]).flatMap(([key, value]) => {
        const said = typeof value === 'string' ? value : saidOfOne(value)
        const words = [...said.matchAll(/(?<![\p{L}\p{N}.,:])1[ \u00a0](\p{L}+)/gu)].map(([, word]) => word!)
        return words
          .filter((word) => ending.test(word) && !alike.split(' ').includes(word))
          .map((word) => `${key}: 1 ${word}`)
      })
      t.strictSame(wrong, [], `${path} in ${language}`)
    }
})

t.test('sentences in Norwegian and Swedish are not left in English', async (t) => {
  /** Words that are the same in two of the languages. */
  const alike = new Set<string>()
  for (const { path, texts } of await dictionaries()) {
    const english = new Map(leaves(texts.en))
    for (const language of ['nb', 'sv'] as const) {
      const same = leaves(texts[language]).filter(
        ([key, value]) =>
          typeof value === 'string' &&
          value.split(' ').length > 2 &&
          value === english.get(key) &&
          !alike.has(value)
      )
      t.strictSame(same, [], `${path} in ${language}`)
    }
  }
})
