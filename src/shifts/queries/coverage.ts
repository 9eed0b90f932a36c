import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import type { LocalDate, Zone } from '../../engine/time/local.ts'

/** A shift with how many sit on all of it, and from when to when others do, as milliseconds. */
interface CoveredRow {
  id: string
  rotationName: string
  timeZone: Zone
  onDay: LocalDate
  startsAt: number
  endsAt: number
  desiredSeats: number
  /** None of a shift that was dropped. */
  minSeats: number
  hostsRequired: number
  whole: number
  wholeHosts: number
  parts: [startsAt: number, endsAt: number, isHost: boolean][]
  ofTeam: { assignmentId: string; employeeId: string; name: string; startsAt: number; endsAt: number }[]
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::int8`)

/**
 * The shifts of the days [fromOn, toOn) that somebody of the team sits on, or that may lack somebody, by start; as few
 * figures of each as a picture needs, since of the people on them only the team's are told. An array of the shifts lets the
 * database look their seats up in the index; joined, it would read all seats there ever were.
 */
export async function listCoverage(
  db: Queryable,
  { fromOn, toOn, teamId, limit }: { fromOn: LocalDate; toOn: LocalDate; teamId: string; limit: number }
): Promise<CoveredRow[]> {
  const { rows } = await db.execute<CoveredRow & Record<string, unknown>>(sql`
    with shift as materialized (
      select s.id, s.rotation_id, s.on_day, s.starts_at, s.ends_at, s.desired_seats,
        least(s.min_seats, s.max_seats) as min_seats, least(s.hosts_required, s.max_seats) as hosts_required
      from shifts s
      where s.on_day >= ${fromOn} and s.on_day < ${toOn} and (s.max_seats > 0 or exists (
        select from assignments a where a.shift_id = s.id and a.released_at is null
      ))
      order by s.starts_at, s.id limit ${limit}
    ), seat as materialized (
      select a.id, a.shift_id, a.employee_id, a.held_starts_at, a.held_ends_at, e.name, e.team_id, e.is_host
      from assignments a join employees e on e.id = a.employee_id
      where a.released_at is null and a.shift_id = any(array(select id from shift))
    )
    select s.id, r.name as "rotationName", r.time_zone as "timeZone", s.on_day::text as "onDay",
      ${ms('s.starts_at')}::float8 as "startsAt", ${ms('s.ends_at')}::float8 as "endsAt", s.desired_seats as "desiredSeats",
      s.min_seats as "minSeats", s.hosts_required as "hostsRequired",
      (count(seat.id) filter (where seat.held_starts_at = s.starts_at and seat.held_ends_at = s.ends_at))::int as whole,
      (count(seat.id) filter (where seat.is_host and seat.held_starts_at = s.starts_at and seat.held_ends_at = s.ends_at))::int
        as "wholeHosts",
      coalesce(json_agg(json_build_array(${ms('seat.held_starts_at')}, ${ms('seat.held_ends_at')}, seat.is_host))
        filter (where seat.held_starts_at <> s.starts_at or seat.held_ends_at <> s.ends_at), '[]') as parts,
      coalesce(json_agg(json_build_object('assignmentId', seat.id, 'employeeId', seat.employee_id, 'name', seat.name,
        'startsAt', ${ms('seat.held_starts_at')}, 'endsAt', ${ms('seat.held_ends_at')}) order by seat.name, seat.employee_id)
        filter (where seat.team_id = ${teamId}), '[]') as "ofTeam"
    from shift s join rotations r on r.id = s.rotation_id left join seat on seat.shift_id = s.id
    group by s.id, r.id, s.on_day, s.starts_at, s.ends_at, s.desired_seats, s.min_seats, s.hosts_required
    having count(*) filter (where seat.team_id = ${teamId}) > 0 or count(seat.id) < greatest(s.desired_seats, s.min_seats)
      or (count(seat.id) > 0 and count(*) filter (where seat.is_host) < s.hosts_required)
      or count(*) filter (where seat.held_starts_at <> s.starts_at or seat.held_ends_at <> s.ends_at) > 0
    order by s.starts_at, s.id`)
  return rows
}
