import type { Refusal } from '../../lib/errors.ts'
import type { SaidViolation } from '../../swaps/errors.ts'
import type { Reader } from '../reader.ts'
import { takersTexts } from '../texts/takers.ts'
import { REFUSAL_TEXTS } from './refusal-texts.ts'

interface SaidRefusal {
  text: string
  details: string[]
  /** The language of the text, where it is not the reader's. */
  lang?: 'en'
}

const isViolation = (detail: unknown): detail is SaidViolation => {
  const said = detail as Partial<SaidViolation> | null
  return typeof said?.rule === 'string' && said.shiftStartsAt instanceof Date
}

/** Who or what stands in the way, by the reader's clock. */
function sayViolation({ rule, employeeName, shiftStartsAt }: SaidViolation, reader: Reader): string {
  const when = `${reader.shortDay(shiftStartsAt)} ${reader.time(shiftStartsAt)}`
  return `${employeeName === null ? '' : `${employeeName}: `}${reader.say(takersTexts).rules[rule]} (${when})`
}

/** What a refusal of the API says of its parts, in English. */
function remediesIn(details: unknown): string[] {
  const all = (Array.isArray(details) ? details : [details]) as ({
    sentence?: unknown
    remedy?: unknown
  } | null)[]
  return all.flatMap((detail) => {
    const sentence = detail?.sentence ?? detail?.remedy
    return typeof sentence === 'string' ? [sentence] : []
  })
}

/** A refusal in the reader's language, or in English where nobody has translated it yet. */
export function sayRefusal({ code, message, details }: Refusal, reader: Reader): SaidRefusal {
  const violations = Array.isArray(details) ? details.filter(isViolation) : []
  const said = [...new Set(violations.map((violation) => sayViolation(violation, reader)))]
  if (reader.locale === 'en') return { text: message, details: said.length > 0 ? said : remediesIn(details) }
  const text = REFUSAL_TEXTS[code]?.[reader.locale]
  return text === undefined ? { text: message, details: said, lang: 'en' } : { text, details: said }
}
