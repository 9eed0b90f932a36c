import type { Test } from 'tap'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam, type Team } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

export interface Row {
  group: string
  people: number
  dueMinutes: number
  workedMinutes: number
  creditedMinutes: number
  balanceMinutes: number
  shifts: number
  shareTookPart: number | null
  learnings: number
  nothingNew: number
  learningsPerShift: number | null
}
export interface Report {
  rows: Row[]
  totals: Row | null
  note: string
}

/** Teams of 6 (Product), 5 (Support), 3 (Legal) and 1 (`=1+1`); everybody owes 4 hours per 4 weeks. */
export async function fifteenPeople(t: Test) {
  const app = await testApp(t, { now: '2027-04-05T08:00:00Z' })
  const { db } = app
  const sizes = { Product: 6, Support: 5, Legal: 3, '=1+1': 1 }
  const teams: Record<string, Team> = {}
  const people: Record<string, Employee[]> = {}
  for (const [name, size] of Object.entries(sizes)) {
    const team = await insertTeam(db, name)
    teams[name] = team
    people[name] = []
    for (let at = 1; at <= size; at += 1) {
      const email = `${team.id}.${at}@fjordlys.example`
      const level = at === 1 ? 'lead' : 'staff'
      const leads = at === 1 ? [team] : []
      people[name].push(await insertEmployee(db, `${name} ${at}`, team, { email, level, leads }))
    }
  }
  const helge = people.Product![5]!
  await db.execute(`insert into grants (employee_id, role) values ('${helge.id}', 'hr')`)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01' })
  const rotation = await insertRotation(db, 'Nordic office hours')
  const read = async (who: { id: string }, query: string) => {
    const reply = await app.as(who).get(`/api/participation?${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json() as Report
  }
  /** A four-hour shift from 08:00 UTC; `minutes` are confirmed unless null. */
  const work = async (employee: Employee, onDay: string, minutes: number | null = 240) => {
    const from = `${onDay}T0${(work.calls++ % 8) + 1}:00:00Z`
    const shift = await insertShift(db, rotation, from, `${onDay}T14:00:00Z`)
    const seat = await insertAssignment(db, shift, employee)
    if (minutes !== null) {
      const entry = {
        employeeId: employee.id,
        kind: 'worked' as const,
        minutes,
        onDay,
        assignmentId: seat.id
      }
      await db.insert(ledgerEntries).values(entry)
    }
    const hear = () =>
      db.insert(learnings).values({
        ...{ shiftId: shift.id, employeeId: employee.id, type: 'bug', triedTo: 'Pay', obstacle: 'Error' }
      })
    const nothingNew = () => db.insert(nothingNewAnswers).values({ assignmentId: seat.id })
    return { shift, seat, hear, nothingNew }
  }
  work.calls = 0
  return { ...app, teams, people, helge, rotation, read, work }
}
