import type { Pool } from 'pg'
import { Gauge, type Registry } from 'prom-client'
import type { Figures } from './read-figures.ts'

/** Gauges that are read when somebody asks. What the database knows is the same on every replica: take the maximum, not the sum. */
export function registerGauges(
  register: Registry,
  { read, pool }: { read: () => Promise<Figures>; pool: Pool }
): void {
  const registers = [register]
  const gauge = (
    name: string,
    help: string,
    fill: (set: Gauge, figures: Figures) => void,
    labels: string[] = []
  ) =>
    new Gauge({
      ...{ name: `lyttepost_${name}`, help, registers, labelNames: labels },
      async collect() {
        const figures = await read()
        this.reset()
        fill(this, figures)
      }
    })
  gauge(
    'job_late_seconds',
    'Since the oldest run of the job fell due that is not finished',
    (set, { jobs }) => {
      for (const { name, lateSeconds } of jobs) set.set({ job: name }, lateSeconds)
    },
    ['job']
  )
  gauge(
    'job_runs_failed_7_days',
    'Runs of the job that were given up in the last seven days',
    (set, { jobs }) => {
      for (const { name, failedThisWeek } of jobs) set.set({ job: name }, failedThisWeek)
    },
    ['job']
  )
  const outbox = (name: string, help: string, field: 'size' | 'ageSeconds' | 'retrying' | 'failed') =>
    gauge(
      name,
      help,
      (set, { waiting }) => {
        for (const row of waiting) set.set({ channel: row.channel }, row[field])
      },
      ['channel']
    )
  outbox('outbox_messages', 'Messages that wait to be sent', 'size')
  outbox('outbox_age_seconds', 'Since the oldest message fell due that is not sent', 'ageSeconds')
  outbox('outbox_retrying', 'Messages that failed at least once and are tried again', 'retrying')
  outbox('outbox_dead', 'Messages that were given up and can be sent again by hand', 'failed')
  gauge('notices_unrouted', 'Notices that no delivery was made for yet', (set, { unrouted }) =>
    set.set(unrouted)
  )
  gauge(
    'open_seats_7_days',
    'Seats of published shifts of the next seven days that nobody holds, up to the minimum and up to what is desired',
    (set, { openSeats }) => {
      set.set({ upto: 'minimum' }, openSeats.minimum)
      set.set({ upto: 'desired' }, openSeats.desired)
    },
    ['upto']
  )
  gauge(
    'themes_waiting',
    'Themes without a decision, by who has to look: the owner, after 14 days the lead, after 30 the leadership',
    (set, { themes }) => {
      for (const [stage, count] of Object.entries(themes)) set.set({ stage }, count)
    },
    ['stage']
  )
  gauge(
    'canary_seconds',
    'What the last canary notice took from being queued until it was handed over',
    (set, { canary }) => {
      if (canary.lastSeconds !== null) set.set(canary.lastSeconds)
    }
  )
  gauge(
    'canary_waiting_seconds',
    'Since the oldest canary was queued that is not handed over',
    (set, { canary }) => set.set(canary.waitingSeconds)
  )
  gauge(
    'leavers_held',
    'People without access who wait for an administrator to say whether they have left',
    (set, { held }) => set.set(held.people)
  )
  gauge(
    'leavers_held_seconds',
    'Since the first of the people was held whom nobody has decided about',
    (set, { held }) => set.set(held.waitingSeconds)
  )
  registerPool(register, pool)
}

function registerPool(register: Registry, pool: Pool): void {
  new Gauge({
    name: 'lyttepost_db_pool_connections',
    help: 'Connections of this process to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [register],
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
      this.set({ state: 'most' }, pool.options.max)
    }
  })
}
