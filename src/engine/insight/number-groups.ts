/** Digits that stand together in a text, from `startsAt` up to but not including `endsAt`. */
export interface DigitGroup {
  digits: string
  startsAt: number
  endsAt: number
  /** Only a space, dash, dot or bracket lies between this group and the one before it. */
  joinsTheLast: boolean
  /** Part of a date, a link or an address of the net: no number of a person. */
  isOfSomethingElse: boolean
  /** Letters stand right beside it, as in the order code `INV12345678`. */
  touchesLetters: boolean
}

/** What may stand between the parts of one number; two at most, as in `(212) 555`. */
const JOINT = /^[ \u00a0\u202f().+–-]{1,2}$/

/** Links, UUIDs, ISO and dotted dates, IPv4 addresses. */
const SOMETHING_ELSE = [
  /https?:\/\/\S+/giu,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
  /\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g,
  /\b(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d\b/g,
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?!\.?\d)/g
]

/**
 * Lists the groups of digits of a text, in order, with what is needed to tell which of them are one number.
 *
 * @example
 * numberGroups('ring 22 33').map(({ digits, joinsTheLast }) => [digits, joinsTheLast])
 * //=> [['22', false], ['33', true]]
 */
export function numberGroups(text: string): DigitGroup[] {
  const others = SOMETHING_ELSE.flatMap((shape) => [...text.matchAll(shape)].map(spanOf))
  let lastEnd = -1
  return [...text.matchAll(/\d+/g)].map((match) => {
    const span = spanOf(match)
    const joinsTheLast = lastEnd >= 0 && JOINT.test(text.slice(lastEnd, span.startsAt))
    lastEnd = span.endsAt
    const isOfSomethingElse = others.some(
      (other) => other.startsAt <= span.startsAt && span.endsAt <= other.endsAt
    )
    const touchesLetters = isInsideWord(text, span)
    return { digits: match[0], ...span, joinsTheLast, isOfSomethingElse, touchesLetters }
  })
}

function spanOf(match: RegExpExecArray): { startsAt: number; endsAt: number } {
  return { startsAt: match.index, endsAt: match.index + match[0].length }
}

function isInsideWord(text: string, { startsAt, endsAt }: { startsAt: number; endsAt: number }): boolean {
  const [before, after] = [text.slice(Math.max(0, startsAt - 2), startsAt), text.slice(endsAt, endsAt + 2)]
  return /[\p{L}_]$/u.test(before) || /^[\p{L}_]/u.test(after)
}
