import type pg from 'pg'
import { readinessOn } from '../../db/seed/people/person.ts'

/** A seat in force with what the hard rules ask of it, read apart from the planner and its rules. */
export interface SeededSeat {
  shiftId: string
  rotationId: string
  employeeId: string
  teamId: string
  startsAt: Date
  endsAt: Date
  day: number
  isHost: boolean
  cap: number
  maxSeats: number
  hostsRequired: number
  spacingDays: number
  /** Of the time of the publication. */
  readiness: string
  isEmployed: boolean
  isEligible: boolean
  isAtWork: boolean
}

export async function readSeats(pool: pg.Pool): Promise<SeededSeat[]> {
  const { rows } = await pool.query(`
    select a.shift_id as "shiftId", s.rotation_id as "rotationId", a.employee_id as "employeeId", e.team_id as "teamId",
      a.starts_at as "startsAt", a.ends_at as "endsAt", s.on_day - date '2020-01-01' as day, e.is_host as "isHost",
      t.support_cap as cap, s.max_seats as "maxSeats", s.hosts_required as "hostsRequired", r.spacing_days as "spacingDays",
      e.joined_on::text as "joinedOn", p.from_on::text as "fromOn",
      s.on_day >= e.joined_on and (e.leaves_on is null or s.on_day <= e.leaves_on) as "isEmployed",
      r.eligible_team_ids is null or e.team_id = any(r.eligible_team_ids) as "isEligible",
      extract(isodow from a.starts_at at time zone e.time_zone) = any(e.working_days)
        and (a.starts_at at time zone e.time_zone)::time >= e.work_starts_at
        and (a.ends_at at time zone e.time_zone)::time <= e.work_ends_at as "isAtWork"
    from assignments a join shifts s on s.id = a.shift_id join rotations r on r.id = s.rotation_id
      join employees e on e.id = a.employee_id join teams t on t.id = e.team_id
      join publication_changes c on c.assignment_id = a.id join publications p on p.id = c.publication_id
    where a.released_at is null order by a.starts_at, a.employee_id`)
  return rows.map(({ joinedOn, fromOn, ...seat }) => ({ ...seat, readiness: readinessOn(joinedOn, fromOn) }))
}

function groups<Item>(items: Item[], keyOf: (item: Item) => string): Item[][] {
  const found = new Map<string, Item[]>()
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item])
  return [...found.values()]
}

/** Every hard rule that the seats break, by name. */
export function breachesOf(seats: SeededSeat[]): string[] {
  const single = seats.flatMap((seat) => [
    ...(seat.isEmployed ? [] : ['not employed']),
    ...(seat.isEligible ? [] : ['not eligible']),
    ...(seat.isAtWork ? [] : ['not at work']),
    ...(seat.readiness === 'in_training' ? ['in training'] : [])
  ])
  const shifts = groups(seats, (seat) => seat.shiftId).flatMap(breachesOfShift)
  const people = groups(seats, (seat) => seat.employeeId).flatMap(breachesOfPerson)
  const teams = groups(seats, (seat) => seat.teamId).flatMap(breachesOfTeam)
  return [...single, ...shifts, ...people, ...teams]
}

function breachesOfShift(seats: SeededSeat[]): string[] {
  const { maxSeats, hostsRequired } = seats[0]!
  const count = (is: (seat: SeededSeat) => boolean) => seats.filter(is).length
  return [
    ...(seats.length > maxSeats ? ['over maximum'] : []),
    ...(count((seat) => seat.isHost) < hostsRequired ? ['missing host'] : []),
    ...(count((seat) => seat.readiness === 'shadowing') > count((seat) => seat.readiness === 'ready')
      ? ['newcomers alone']
      : [])
  ]
}

function breachesOfPerson(seats: SeededSeat[]): string[] {
  return seats.slice(1).flatMap((seat, at) => {
    const before = seats[at]!
    const rest = (seat.startsAt.getTime() - before.endsAt.getTime()) / 3_600_000
    const spacing = seat.isHost ? 2 : seat.spacingDays
    return [...(rest < 11 ? ['short rest'] : []), ...(seat.day - before.day < spacing ? ['too close'] : [])]
  })
}

function breachesOfTeam(seats: SeededSeat[]): string[] {
  return seats.flatMap((seat) => {
    const at = seats.filter((other) => other.startsAt <= seat.startsAt && seat.startsAt < other.endsAt)
    return at.length > seat.cap ? ['team cap'] : []
  })
}
