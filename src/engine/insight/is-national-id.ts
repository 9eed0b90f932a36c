import { passesLuhn } from './passes-luhn.ts'

/** Weights of the two check digits of a Norwegian fødselsnummer, modulo 11 (Skatteetaten). */
const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Tells whether 11 digits are a Norwegian fødselsnummer: a day, a month and both check digits. D-numbers
 * (day + 40) and the synthetic numbers of the tax office (month + 40 or + 80) count as well.
 *
 * @example
 * ['01010750160', '01010750161'].map(isFodselsnummer)
 * //=> [true, false]
 */
export function isFodselsnummer(digits: string): boolean {
  if (digits.length !== 11) return false
  const day = Number(digits.slice(0, 2)) % 40
  const month = Number(digits.slice(2, 4)) % 40
  if (day < 1 || day > 31 || month < 1 || month > 12) return false
  return weighted(digits, FIRST_WEIGHTS) % 11 === 0 && weighted(digits, SECOND_WEIGHTS) % 11 === 0
}

/**
 * Tells whether 10 or 12 digits are a Swedish personnummer: a month, a day and the Luhn check digit over the last
 * ten. Coordination numbers (day + 60) count as well.
 *
 * @example
 * ['8112189876', '198112189876', '8112189875'].map(isPersonnummer)
 * //=> [true, true, false]
 */
export function isPersonnummer(digits: string): boolean {
  if (digits.length !== 10 && digits.length !== 12) return false
  if (digits.length === 12 && !/^(18|19|20)/.test(digits)) return false
  const short = digits.slice(-10)
  const month = Number(short.slice(2, 4))
  const day = Number(short.slice(4, 6)) % 60
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && passesLuhn(short)
}

function weighted(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}
