import { isAccountNumber } from './is-account-number.ts'
import { isFinnishId } from './is-finnish-id.ts'

const FINNISH = /(?<![\p{L}\d])\d{6}[-+A-FU-Y]\d{3}[0-9A-Y](?![\p{L}\d])/gu
/** A National Insurance number has no check digit; the letters it may begin with are those of HMRC’s manual. */
const BRITISH = /(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d\d){3} ?[A-D](?![\p{L}\d])/gu
const ACCOUNT = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\d])/gu

type Mask = (kind: 'identity-number' | 'account-number') => string

/**
 * Replaces the numbers that hold letters: Finnish and British identity numbers and international bank accounts.
 * `mask` is told of what was found and answers with the word that stands in for it.
 *
 * @example
 * maskLettered('131052-308T pays from NO93 8601 1117 947', (kind) => `<${kind}>`)
 * //=> '<identity-number> pays from <account-number>'
 */
export function maskLettered(text: string, mask: Mask): string {
  return text
    .replace(ACCOUNT, (found) => maskAccount(found, mask))
    .replace(FINNISH, (found) => (isFinnishId(found) ? mask('identity-number') : found))
    .replace(BRITISH, () => mask('identity-number'))
}

/** Words in capitals may follow an account written in groups: the longest part that is one. */
function maskAccount(found: string, mask: Mask): string {
  const groups = found.split(' ')
  for (let count = groups.length; count > 0; count -= 1) {
    if (!isAccountNumber(groups.slice(0, count).join(''))) continue
    return [mask('account-number'), ...groups.slice(count)].join(' ')
  }
  return found
}
