/**
 * Tells whether digits end in the right check digit by the Luhn formula (ISO/IEC 7812-1, annex B), as payment
 * cards and Swedish personal numbers do.
 *
 * @example
 * ['4111111111111111', '4111111111111112'].map(passesLuhn)
 * //=> [true, false]
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place))
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
