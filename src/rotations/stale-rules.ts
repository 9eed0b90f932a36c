import type { DraftViolation } from '../engine/facts/check-draft.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localTimeOf } from '../engine/time/local-time-of.ts'
import type { StaleRule } from './errors.ts'

type Say = (who: string, when: string) => string

/** What each broken rule means, in words that a planner can act on. */
const SENTENCES: Record<string, Say> = {
  'not-fitting': (who, when) => `${who} can no longer work the shift of ${when}.`,
  'no-such-shift': (who, when) => `The rotation no longer has the shift of ${when} that ${who} would get.`,
  'already-started': (who, when) =>
    `The shift of ${when} has begun, and the draft would change it for ${who}.`,
  'too-close': (who, when) => `${who} now has another shift too few days from ${when}.`,
  'short-rest': (who, when) => `${who} would rest less than 11 hours before or after ${when}.`,
  'over-maximum': (_, when) => `The shift of ${when} would have more people than seats.`,
  'missing-host': (_, when) => `The shift of ${when} would be without a host.`,
  'newcomers-alone': (_, when) => `On the shift of ${when} newcomers would outnumber the experienced.`,
  'team-cap': (_, when) => `On the shift of ${when} a team would have more people on support than its cap.`
}

/** Tells the rules that a draft breaks now, with names and local times. */
export function staleRules(
  violations: readonly DraftViolation[],
  names: ReadonlyMap<string, string>,
  timeZone: string
): StaleRule[] {
  return violations.map(({ rule, employeeId, shiftStartsAt }) => {
    const name = employeeId === null ? null : (names.get(employeeId) ?? null)
    const when = shiftStartsAt
      ? `${localDateOf(shiftStartsAt, timeZone)} ${localTimeOf(shiftStartsAt, timeZone)}`
      : 'this period'
    const say = SENTENCES[rule] ?? ((_, at) => `The rule ${rule} is broken by the shift of ${at}.`)
    return { rule, employeeId, employeeName: name, shiftStartsAt, sentence: say(name ?? 'Somebody', when) }
  })
}
