import { isFodselsnummer, isPersonnummer } from './is-national-id.ts'
import { maskLettered } from './mask-lettered.ts'
import { type DigitGroup, numberGroups } from './number-groups.ts'
import { passesLuhn } from './passes-luhn.ts'

export const PERSONAL_DATA = [
  'e-mail',
  'card-number',
  'account-number',
  'identity-number',
  'phone-number'
] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

export interface MaskedText {
  text: string
  /** What was found, each kind once. */
  masked: PersonalData[]
}

/** The word that stands in for what was masked. */
const WORDS: Record<PersonalData, string> = {
  'e-mail': '[e-mail]',
  'card-number': '[card number]',
  'account-number': '[account number]',
  'identity-number': '[identity number]',
  'phone-number': '[phone number]'
}

/** The lookbehind lets each run of letters be tried once, so that a long text cannot make this slow. */
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Digits of the longest number looked for: payment cards have 13 to 19 (ISO/IEC 7812-1). */
const MOST_DIGITS = 19

/**
 * Replaces the obvious personal data of a text by words in brackets: e-mail addresses, payment card numbers,
 * international bank accounts, Norwegian, Swedish and Finnish identity numbers (all of these only when their check
 * digits are right), British ones, and phone numbers, which are any other 8 to 15 digits (E.164) except dates, links,
 * UUIDs and IP addresses: identity numbers without a check digit, Danish ones among them, go by that name. It would
 * rather mask an amount than let a number through; names and addresses it does not know.
 *
 * @example
 * maskPersonalData('Kari (kari@example.com, +47 912 34 567) paid with 4111 1111 1111 1111 on 2027-03-02')
 * //=> {
 * //  text: 'Kari ([e-mail], [phone number]) paid with [card number] on 2027-03-02',
 * //  masked: ['e-mail', 'phone-number', 'card-number']
 * // }
 */
export function maskPersonalData(text: string): MaskedText {
  const masked = new Set<PersonalData>()
  const withoutEmail = text.replace(EMAIL, () => {
    masked.add('e-mail')
    return WORDS['e-mail']
  })
  const withoutLetters = maskLettered(withoutEmail, (kind) => {
    masked.add(kind)
    return WORDS[kind]
  })
  return { text: maskNumbers(withoutLetters, masked), masked: [...masked] }
}

function maskNumbers(text: string, masked: Set<PersonalData>): string {
  const groups = numberGroups(text)
  let result = ''
  let copiedTo = 0
  for (let at = 0; at < groups.length; at += 1) {
    const found = numberFrom(groups, at)
    if (!found) continue
    masked.add(found.kind)
    const { startsAt } = groups[at]!
    const { endsAt } = groups[found.lastAt]!
    const hasBracket = text.slice(startsAt, endsAt).includes(')')
    result += withoutPrefix(text.slice(copiedTo, startsAt), hasBracket) + WORDS[found.kind]
    copiedTo = endsAt
    at = found.lastAt
  }
  return result + text.slice(copiedTo)
}

/** The longest number that begins with this group, the surest kind first. */
function numberFrom(groups: DigitGroup[], first: number) {
  const candidates = candidatesFrom(groups, first)
  for (const kind of ['card-number', 'identity-number', 'phone-number'] as const) {
    const found = candidates.find((candidate) => isOf(kind, candidate))
    if (found) return { kind, lastAt: found.lastAt }
  }
  return null
}

interface Candidate {
  digits: string
  lastAt: number
  touchesLetters: boolean
}

/** Longest first. */
function candidatesFrom(groups: DigitGroup[], first: number): Candidate[] {
  const candidates: Candidate[] = []
  let digits = ''
  let touchesLetters = false
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at]!
    if (group.isOfSomethingElse || (at > first && !group.joinsTheLast)) break
    digits += group.digits
    if (digits.length > MOST_DIGITS) break
    touchesLetters ||= group.touchesLetters
    candidates.unshift({ digits, lastAt: at, touchesLetters })
  }
  return candidates
}

function isOf(
  kind: 'card-number' | 'identity-number' | 'phone-number',
  { digits, touchesLetters }: Candidate
): boolean {
  if (kind === 'card-number') return digits.length >= 13 && passesLuhn(digits)
  if (kind === 'identity-number') return isFodselsnummer(digits) || isPersonnummer(digits)
  return digits.length >= 8 && digits.length <= 15 && !touchesLetters
}

/** The plus sign of a number goes with it, and the bracket that opens before it if it closes within. */
function withoutPrefix(before: string, hasBracket: boolean): string {
  return before.replace(hasBracket ? /\+?\(?\+?$/ : /\+$/, '')
}
