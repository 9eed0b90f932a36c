import type { Period } from '../calendar.ts'
import type { Company } from './company.ts'
import { dueOf } from './quotas.ts'
import { inForce, minutesOf, type Seat } from './seat.ts'

/** What somebody owes in the period being planned, and what they bring along from before. */
export interface Standing {
  readonly dueMinutes: number
  readonly balanceMinutes: number
  readonly carriedUnpopular: number
}

export interface Standings {
  of: (employeeId: string) => Standing
}

const NOTHING: Standing = { dueMinutes: 0, balanceMinutes: 0, carriedUnpopular: 0 }

/** Keeps everybody's standing from period to period. */
export function keepStandings(company: Company) {
  const standings = new Map<string, Standing>()
  const of = (id: string) => standings.get(id) ?? NOTHING
  return {
    of,
    /** Opens a period: what was due in the one before is now part of the balance. */
    open(period: Period): void {
      for (const person of company.people) {
        const { id } = person.row
        const { dueMinutes: before, balanceMinutes, carriedUnpopular } = of(id)
        const dueMinutes = dueOf(person, company.quotas, company.absences.get(id) ?? [], period)
        standings.set(id, { dueMinutes, balanceMinutes: balanceMinutes - before, carriedUnpopular })
      }
    },
    /** Closes it: the seats that were kept count as worked. */
    close(seats: readonly Seat[], pointsOf: (seat: Seat) => number): void {
      for (const seat of seats.filter(inForce)) {
        const { id } = seat.person.row
        const standing = of(id)
        standings.set(id, {
          ...standing,
          balanceMinutes: standing.balanceMinutes + minutesOf(seat),
          carriedUnpopular: standing.carriedUnpopular + pointsOf(seat)
        })
      }
    }
  }
}
