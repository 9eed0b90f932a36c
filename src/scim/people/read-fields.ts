import { isCountry } from '../../directory/country.ts'
import { isEmail } from '../../directory/email.ts'
import type { EmployeeFields } from '../../directory/employee-fields.ts'
import { isZone } from '../../engine/time/is-zone.ts'
import type { Locale } from '../../words.ts'
import { ENTERPRISE } from '../protocol/attributes.ts'
import { type Complex, type Document, isComplex, listOf, stableJson } from '../protocol/document.ts'
import { badRequest } from '../protocol/scim-problem.ts'
import { countryOf } from './country-of.ts'

const textAt = (complex: Complex | undefined, name: string): string | undefined => {
  const value = complex?.[name]
  return typeof value === 'string' ? value : undefined
}

const clean = (text: string) => text.trim().replaceAll(/\s+/g, ' ')
const partOf = (document: Document, name: string): Complex | undefined => {
  const value = document[name]
  return isComplex(value) ? value : undefined
}

/** What somebody is called: as displayed, else as formatted, else the parts of the name, else the user name. */
export function nameOf(document: Document): string {
  const name = partOf(document, 'name')
  const parts = ['givenName', 'middleName', 'familyName'].flatMap((part) => textAt(name, part) ?? [])
  const said = [textAt(document, 'displayName'), textAt(name, 'formatted'), parts.join(' ')]
  return clean(said.find((text) => text?.trim()) ?? textAt(document, 'userName') ?? '')
}

/** Where somebody is written to: the primary address, else the one for work, else the first, else the user name. */
export function emailOf(document: Document): string {
  const emails = listOf(document.emails).filter(isComplex)
  const chosen =
    emails.find(({ primary }) => primary === true) ??
    emails.find(({ type }) => typeof type === 'string' && type.toLowerCase() === 'work') ??
    emails[0]
  return textAt(chosen, 'value') ?? textAt(document, 'userName') ?? ''
}

export const departmentOf = (document: Document): string | undefined => {
  const department = textAt(partOf(document, ENTERPRISE), 'department')
  return department === undefined ? undefined : clean(department)
}

export const managerOf = (document: Document): string | undefined => {
  const manager = partOf(document, ENTERPRISE)?.manager
  return isComplex(manager) ? textAt(manager, 'value') : undefined
}

const languageOf = (document: Document): string | undefined =>
  textAt(document, 'locale') ?? textAt(document, 'preferredLanguage')

function localeOf(language: string): Locale {
  const word = language.toLowerCase().split(/[-_;,]/)[0]
  if (word === 'nb' || word === 'no' || word === 'nn') return 'nb'
  return word === 'sv' ? 'sv' : 'en'
}

const countrySaid = (document: Document): string | undefined => {
  const addresses = listOf(document.addresses).filter(isComplex)
  const work = addresses.find(({ type }) => typeof type === 'string' && type.toLowerCase() === 'work')
  return textAt(work ?? addresses[0], 'country')
}

type Said = Pick<EmployeeFields, 'name' | 'email' | 'title'> &
  Partial<Pick<EmployeeFields, 'timeZone' | 'locale' | 'country'>>

/**
 * What a resource says of the person's own fields. Zone, language and country only where they are said, and a country
 * only where it is known under that name.
 *
 * @throws {ScimProblem} where it cannot be stored.
 */
export function fieldsOf(document: Document): Said {
  const name = nameOf(document)
  const email = emailOf(document)
  const title = clean(textAt(document, 'title') ?? '')
  const zone = textAt(document, 'timezone')
  const language = languageOf(document)
  const country = countryOf(countrySaid(document) ?? '')
  if (name.length === 0 || name.length > 200)
    throw badRequest('invalidValue', 'A name has 1 to 200 characters.')
  if (!isEmail(email)) {
    throw badRequest('invalidValue', 'There is no e-mail address: neither emails nor userName has one.')
  }
  if (title.length > 200) throw badRequest('invalidValue', 'A title has 200 characters at most.')
  if (zone !== undefined && !isZone(zone)) {
    throw badRequest('invalidValue', 'timezone must be an IANA name such as Europe/Oslo.')
  }
  const department = departmentOf(document)
  if (department !== undefined && department.length > 100) {
    throw badRequest('invalidValue', 'A department has 100 characters at most.')
  }
  return {
    name,
    email,
    title,
    ...(zone !== undefined && { timeZone: zone }),
    ...(language !== undefined && { locale: localeOf(language) }),
    ...(country !== null && isCountry(country) && { country })
  }
}

const SAID_ANEW = [
  ['timeZone', (document: Document) => textAt(document, 'timezone')],
  ['locale', languageOf],
  ['country', countrySaid]
] as const

/** The fields that a change of the resource sets: what a provider says once is not said again by each other change. */
export function fieldsSaidAnew(before: Document, after: Document): Partial<EmployeeFields> {
  const { name, email, title, ...rest } = fieldsOf(after)
  const anew = SAID_ANEW.filter(
    ([field, read]) =>
      rest[field] !== undefined && stableJson(read(before) ?? null) !== stableJson(read(after))
  ).map(([field]) => [field, rest[field]])
  return { name, email, title, ...(Object.fromEntries(anew) as Partial<EmployeeFields>) }
}
