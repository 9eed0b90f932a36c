import { daysBetween } from '../../../src/engine/time/days-between.ts'
import type { LocalDate } from '../../../src/engine/time/local.ts'
import type { Readiness } from '../../../src/words.ts'
import type { employees } from '../../schema/employees.ts'
import type { Office } from './offices.ts'

/** One employee of the seed: the row, complete, and what only the story knows. */
export interface Person {
  readonly row: typeof employees.$inferSelect
  readonly team: string
  readonly office: Office
}

/** Weeks in training and then shadowing, as people are eased in at Fjordlys. */
const TRAINING_DAYS = 28
const SHADOWING_DAYS = 100

/** How ready somebody is who joined on a day. */
export function readinessOn(joinedOn: LocalDate, onDay: LocalDate): Readiness {
  const days = daysBetween(joinedOn, onDay)
  if (days < TRAINING_DAYS) return 'in_training'
  return days < SHADOWING_DAYS ? 'shadowing' : 'ready'
}
