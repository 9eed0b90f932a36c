import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { KINDS } from '../../../src/notices/kinds.ts'
import { formatsFor } from '../../../src/notices/render/formats.ts'
import { type Reading, toldOf } from '../../../src/notices/render/told.ts'
import { english, type Kind } from '../../../src/notices/texts/english.ts'
import { TEXTS } from '../../../src/notices/texts/texts.ts'
import { LOCALES } from '../../../src/words.ts'

const KEBAB = /'([a-z]+(?:-[a-z]+)+)'/g
const kebabsIn = (text: string) => [...text.matchAll(KEBAB)].map(([, word]) => word!)

/**
 * The kinds that stand in the source as what is queued: in files that queue or tell, after `kind:`, in a list of kinds, or
 * among the arguments of a telling function; and anywhere, if we have a text for it.
 */
function kindsIn(folder: string): string[] {
  const known = new Set<string>(Object.keys(english.kinds))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith('notices/texts') && path !== 'notices/kinds.ts'
    )
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .flatMap((text) => {
      const isTelling = /queueNotices|OwedNotice|\btell[A-Z]\w*\(/.test(text)
      const named = [
        ...text.matchAll(/\bkind: (?:'[a-z-]+'[\s|]*)+/g),
        ...text.matchAll(/KINDS = \{[^}]*\}/g),
        ...text.matchAll(/\btell[A-Z]\w*\([^)]*\)/g)
      ].flatMap(([part]) => kebabsIn(part))
      return [...kebabsIn(text).filter((word) => known.has(word)), ...(isTelling ? named : [])]
    })
}

t.test('every kind that is queued anywhere has a text, and no text is for a kind that is not', async (t) => {
  t.strictSame([...new Set(kindsIn('src'))].sort(), Object.keys(english.kinds).sort())
})

/** Everything that any kind reads, so that no branch is left out. */
const FACTS = {
  by: { id: 'x', name: 'Bo Berg' },
  employee: { id: 'y', name: 'Amara Okafor' },
  name: 'Amara Okafor',
  raisedBy: { id: 'z', name: 'Lars Lead' },
  rotationName: 'Nordic',
  startsAt: '2027-03-02T08:00:00.000Z',
  endsAt: '2027-03-02T12:00:00.000Z'
}

t.test('every kind says something in every language, with all of its facts and with none', async (t) => {
  for (const locale of LOCALES) {
    const { common, kinds } = TEXTS[locale]
    const formats = formatsFor(locale, 'Europe/Oslo', common)
    const reading: Reading = {
      ...{ readerId: 'reader', formats, common, zoneOf: () => undefined, buddy: 'Hanna Host' },
      queue: 'https://queue.example'
    }
    for (const kind of Object.keys(KINDS) as Kind[]) {
      for (const facts of [FACTS, {}]) {
        const { title, body } = kinds[kind](toldOf(facts, reading))
        t.match(title, /\S/, `${locale} ${kind}`)
        t.notMatch(JSON.stringify([title, body]), /undefined|null|NaN|\[object/, `${locale} ${kind}`)
      }
    }
  }
})

t.test('no two languages share a title: none was left untranslated', async (t) => {
  const titles = LOCALES.map((locale) => {
    const { common, kinds } = TEXTS[locale]
    const formats = formatsFor(locale, 'Europe/Oslo', common)
    const reading: Reading = {
      ...{ readerId: 'reader', formats, common, zoneOf: () => undefined, buddy: '' },
      queue: ''
    }
    return (Object.keys(KINDS) as Kind[]).map((kind) => kinds[kind](toldOf(FACTS, reading)).title)
  })
  for (const [index, title] of titles[0]!.entries()) {
    t.equal(new Set([title, titles[1]![index], titles[2]![index]]).size, 3, title)
  }
})
