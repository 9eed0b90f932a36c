import t from 'tap'
import { USERS } from '../../../src/scim/protocol/attributes.ts'
import type { Document } from '../../../src/scim/protocol/document.ts'
import { matchesFilter } from '../../../src/scim/protocol/matches-filter.ts'
import { parseFilter } from '../../../src/scim/protocol/parse-filter.ts'
import { ScimProblem } from '../../../src/scim/protocol/scim-problem.ts'
import { aPerson, ENTERPRISE, USER } from './scim-cast.ts'

const INES: Document = {
  ...(aPerson() as Document),
  id: 'Ab',
  title: 'Analyst',
  emails: [
    { type: 'work', value: 'ines@fjordlys.example', primary: true },
    { type: 'home', value: 'Ines.Ibsen@home.example' }
  ],
  meta: { resourceType: 'User', lastModified: '2027-03-01T08:00:00.000Z' }
}

/** Each operator of RFC 7644 (3.4.2.2) with what fits and what does not; capitals of names and operators do not matter. */
const FITS: Record<string, readonly string[]> = {
  yes: [
    ...['title eq "analyst"', 'TITLE EQ "ANALYST"', 'title ne "clerk"', 'locale ne "nb"'],
    ...['title co "nal"', 'title sw "ana"', 'title ew "YST"', 'title pr', 'emails pr'],
    ...['title gt "analysa"', 'title ge "analyst"', 'title le "analyst"', 'title lt "analysz"'],
    ...['active eq true', 'active ne false', 'active eq "True"', 'locale eq null'],
    ...['id eq "Ab"', 'emails eq "INES@fjordlys.example"', 'emails.value sw "ines.ibsen"'],
    ...['emails[type eq "home"]', 'emails[type eq "home" and value ew "home.example"]'],
    ...['emails[type eq "work"].value eq "ines@fjordlys.example"', 'emails[not (primary eq true)]'],
    ...['name.familyName eq "Ibsen"', `${USER}:title eq "Analyst"`, `${ENTERPRISE}:department sw "prod"`],
    ...[
      'meta.lastModified gt "2027-03-01T08:59:59+01:00"',
      'meta.lastModified eq "2027-03-01T09:00:00+01:00"'
    ],
    ...[
      'not (title eq "clerk")',
      'title eq "x" or title pr and active eq true',
      'title eq "x" and title pr or active eq true'
    ],
    ...['(title eq "x" or title pr) and active eq true', 'title eq "analyst" and not (active eq false)']
  ],
  no: [
    ...[
      'title eq "analys"',
      'title ne "analyst"',
      'title co "clerk"',
      'title sw "nalyst"',
      'title ew "analys"'
    ],
    ...['locale pr', 'locale sw "n"', 'emails[type eq "other"]', 'id eq "ab"'],
    ...['title gt "analyst"', 'title ge "analysz"', 'title le "analysa"', 'title lt "analyst"'],
    ...['active eq false', 'active eq "False"', 'active ne true', 'title eq null'],
    ...['emails[type eq "home" and value eq "ines@fjordlys.example"]', 'emails ne "ines@fjordlys.example"'],
    ...['emails[type eq "home"].value eq "ines@fjordlys.example"', 'name.familyName eq "Ines"'],
    ...['meta.lastModified gt "2027-03-01T08:00:00Z"', 'meta.lastModified lt "2027-03-01T09:00:00+01:00"'],
    ...['not (title pr)', 'title eq "x" or title pr and active eq false'],
    ...['(title pr or title eq "x") and active eq false', 'title eq "x" and title pr or active eq false']
  ]
}

t.test('every comparison of a filter finds whom it means, and nobody else', async (t) => {
  for (const [answer, filters] of Object.entries(FITS))
    for (const filter of filters)
      t.equal(matchesFilter(parseFilter(USERS, filter), INES), answer === 'yes', filter)
})

function refusalOf(text: string): string {
  try {
    parseFilter(USERS, text)
    return 'taken'
  } catch (error) {
    return error instanceof ScimProblem ? (error.scimType ?? 'no word') : 'a bug'
  }
}

t.test('what is no filter is refused: it would find everybody or nobody', async (t) => {
  for (const text of [
    ...['frob eq "x"', 'title', 'title eq', 'title is "x"', 'title eq "x" title pr', 'title eq "x" and'],
    ...[
      '(title pr',
      'title pr)',
      'not title pr',
      'emails[type eq "work"',
      'title[type eq "x"]',
      'emails[x pr]'
    ],
    ...['emails[type eq "work"].frob eq "x"', 'active gt true', 'title eq x', '']
  ])
    t.equal(refusalOf(text), 'invalidFilter', text)
})
