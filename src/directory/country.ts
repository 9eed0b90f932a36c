/** Regions that ISO 3166 or CLDR reserves for unions, tests and the unknown. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Tells whether two capitals are a country code of ISO 3166-1. `UK` is not: it is `GB` there. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NOT_COUNTRIES.has(code)) return false
  return names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code
}
