import { isCountry } from '../../directory/country.ts'

/** Directories hold codes or names, and the names are English, Norwegian or Swedish where we are used. */
const LANGUAGES = ['en', 'nb', 'sv']
const A = 65
const LETTERS = 26

let byName: Map<string, string> | null = null

function namesOfCountries(): Map<string, string> {
  const letter = (index: number) => String.fromCharCode(A + index)
  const all = Array.from({ length: LETTERS ** 2 }, (_, index) =>
    [letter(Math.floor(index / LETTERS)), letter(index % LETTERS)].join('')
  )
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }))
  return new Map(
    all
      .filter(isCountry)
      .flatMap((code) => names.map((name) => [(name.of(code) ?? code).toLowerCase(), code] as const))
  )
}

/** The ISO 3166 code of a country that is given by code or name; null for what is neither. */
export function countryOf(text: string): string | null {
  const word = text.trim()
  if (isCountry(word.toUpperCase())) return word.toUpperCase()
  byName ??= namesOfCountries()
  return byName.get(word.toLowerCase()) ?? null
}
