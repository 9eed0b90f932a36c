import type { LocalDate } from '../../../src/engine/time/local.ts'
import type { teams } from '../../schema/teams.ts'
import type { Calendar } from '../calendar.ts'
import type { AbsenceRow } from '../people/absences.ts'
import type { Cast } from '../people/organise.ts'
import type { Person } from '../people/person.ts'
import type { QuotaRow } from './quotas.ts'
import type { Rotation } from './rotations.ts'

/** The company before anything is planned. */
export interface Company {
  readonly calendar: Calendar
  readonly teams: (typeof teams.$inferSelect)[]
  readonly people: Person[]
  readonly cast: Cast
  /** By person; lived-through absences are added as the story goes. */
  readonly absences: Map<string, AbsenceRow[]>
  readonly rotations: Rotation[]
  readonly quotas: QuotaRow[]
  readonly holidays: Readonly<Record<string, readonly LocalDate[]>>
}
