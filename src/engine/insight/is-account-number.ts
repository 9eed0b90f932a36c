/**
 * Tells whether a text, spaces left out, is an international bank account number (ISO 13616): two letters, two check
 * digits and up to 30 more characters that leave 1 modulo 97.
 *
 * @example
 * ['NO9386011117947', 'NO9386011117948'].map(isAccountNumber)
 * //=> [true, false]
 */
export function isAccountNumber(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false
  const digits = (text.slice(4) + text.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(Number.parseInt(letter, 36))
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
