/** The check character by the remainder of the nine digits modulo 31 (Digital and Population Data Services Agency). */
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/**
 * Tells whether a text is a Finnish henkilötunnus: day, month, year, a sign for the century, three digits and the right
 * check character.
 *
 * @example
 * ['131052-308T', '131052-308U'].map(isFinnishId)
 * //=> [true, false]
 */
export function isFinnishId(text: string): boolean {
  const [, birth, serial, check] = /^(\d{6})[-+A-FU-Y](\d{3})([0-9A-Y])$/.exec(text) ?? []
  if (birth === undefined || serial === undefined) return false
  return CHECKS[Number(birth + serial) % 31] === check
}
