import { checkAbsence } from './absent.ts'
import { checkStart } from './already-started.ts'
import { type ChangeRule, changeOf } from './change.ts'
import { checkDayOff } from './day-off.ts'
import { checkTraining } from './in-training.ts'
import { checkHosts } from './missing-host.ts'
import { checkNewcomers } from './newcomers-alone.ts'
import { checkDuty } from './no-change.ts'
import { checkPresence } from './no-longer-here.ts'
import { checkEligibility } from './not-eligible.ts'
import { checkEmployment } from './not-employed.ts'
import { checkWorkingHours } from './outside-working-hours.ts'
import { checkMaximum } from './over-maximum.ts'
import { checkOverlap } from './overlap.ts'
import { checkRest } from './short-rest.ts'
import type { Move, SwapFacts, SwapViolation } from './swap-facts.ts'
import { checkCap } from './team-cap.ts'
import { checkSpacing } from './too-close.ts'
import { checkTwice } from './twice-on-shift.ts'
import { checkHoursFree } from './unavailable.ts'

/** Every hard rule of seats that change hands. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  checkDuty,
  checkStart,
  checkPresence,
  checkEmployment,
  checkEligibility,
  checkTraining,
  checkAbsence,
  checkHoursFree,
  checkWorkingHours,
  checkDayOff,
  checkTwice,
  checkOverlap,
  checkRest,
  checkSpacing,
  checkMaximum,
  checkHosts,
  checkNewcomers,
  checkCap
]

/** Those that ask of nobody but who gives and who takes. */
export const OWN_RULES: readonly ChangeRule[] = CHANGE_RULES.filter(
  (rule) => ![checkMaximum, checkHosts, checkNewcomers, checkCap].includes(rule)
)

/**
 * Lists every rule that seats changing hands would break; an empty list means they may. All moves happen at once.
 *
 * @example
 * checkMoves(facts, [move(monday, 'bo', 'cy')])
 * //=> []
 * checkMoves(facts, [move(monday, 'bo', 'amara')]).map(({ rule }) => rule) // seven days are enough
 * //=> []
 */
export function checkMoves(
  facts: SwapFacts,
  moves: readonly Move[],
  rules: readonly ChangeRule[] = CHANGE_RULES
): SwapViolation[] {
  const change = changeOf(facts, moves)
  return rules.flatMap((rule) => rule(change))
}
