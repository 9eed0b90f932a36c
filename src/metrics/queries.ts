import { sql } from 'drizzle-orm'
import type { Queryable } from '../../db/client.ts'

export interface QueueFigures {
  /** Notices that no delivery was made for yet. */
  unrouted: number
  /** Per way out: what waits, and for how long the oldest of it has been due. */
  waiting: { channel: string; size: number; ageSeconds: number; retrying: number; failed: number }[]
  /** Seats of published shifts that begin within seven days and that nobody holds. */
  openSeats: { minimum: number; desired: number }
}

type Row = Record<string, unknown>

/** What waits to go out, and seats that nobody holds, as they are now. Two queries, whatever the company. */
export async function selectQueueFigures(db: Queryable, now: Date): Promise<QueueFigures> {
  const at = sql`${now.toISOString()}::timestamptz`
  const age = (nextAt: string) =>
    sql`coalesce(extract(epoch from ${at} - min(${sql.raw(nextAt)}) filter (where ${sql.raw(nextAt)} <= ${at})), 0)::float8`
  const { rows: waiting } = await db.execute<QueueFigures['waiting'][number] & Row>(sql`
    select channel::text as channel, count(*)::int as size, ${age('next_at')} as "ageSeconds",
      count(*) filter (where attempts > 0)::int as retrying, 0 as failed
    from deliveries where sent_at is null and skipped_at is null and failed_at is null group by channel
    union all
    select channel::text, 0, 0, 0, count(*)::int
    from deliveries where failed_at is not null group by channel
    union all
    select 'webhook', count(*)::int, ${age('next_at')}, count(*) filter (where attempts > 0)::int, 0
    from webhook_deliveries where next_at is not null
    union all
    select 'webhook', 0, 0, 0, count(*)::int
    from webhook_deliveries where next_at is null and delivered_at is null`)
  const { rows } = await db.execute<{ unrouted: number; minimum: number; desired: number } & Row>(sql`
    with ahead as (
      select s.min_seats, s.desired_seats,
        (select count(*) from assignments a where a.shift_id = s.id and a.released_at is null) as people
      from shifts s where s.max_seats > 0 and s.starts_at >= ${at} and s.starts_at < ${at} + interval '7 days'
    )
    select (select count(*)::int from notices where routed_at is null) as unrouted,
      coalesce(sum(greatest(min_seats - people, 0)), 0)::int as minimum,
      coalesce(sum(greatest(desired_seats - people, 0)), 0)::int as desired
    from ahead`)
  const { unrouted, ...openSeats } = rows[0]!
  return { unrouted, waiting: added(waiting), openSeats }
}

/** What waits and what was given up come as rows of their own; a channel is one. */
function added(rows: QueueFigures['waiting']): QueueFigures['waiting'] {
  const channels = new Map<string, QueueFigures['waiting'][number]>()
  for (const { channel, ...row } of rows) {
    const known = channels.get(channel) ?? { channel, size: 0, ageSeconds: 0, retrying: 0, failed: 0 }
    channels.set(channel, {
      channel,
      size: known.size + row.size,
      ageSeconds: Math.max(known.ageSeconds, row.ageSeconds),
      retrying: known.retrying + row.retrying,
      failed: known.failed + row.failed
    })
  }
  return [...channels.values()]
}
