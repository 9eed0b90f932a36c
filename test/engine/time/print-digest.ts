import { createHash } from 'node:crypto'
import { partsOfDay } from '../../../src/engine/facts/parts-of-day.ts'
import { addMonths } from '../../../src/engine/time/add-months.ts'
import { daysOffSpan } from '../../../src/engine/time/days-off-span.ts'
import { expandPattern } from '../../../src/engine/time/expand-pattern.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import { isoWeekOf } from '../../../src/engine/time/iso-week-of.ts'
import { localDateOf } from '../../../src/engine/time/local-date-of.ts'
import { localTimeOf } from '../../../src/engine/time/local-time-of.ts'
import { DAY_AND_NIGHT, ROUND_THE_CLOCK, SUNDAY_NIGHTS, TEN_YEARS, ZONES } from './patterns.ts'

/** Run as a process of its own: prints what its clock and zone look like, then one digest of all results. */
const digest = createHash('sha256')

for (const zone of ZONES) {
  for (const pattern of [ROUND_THE_CLOCK, DAY_AND_NIGHT, SUNDAY_NIGHTS]) {
    for (const { onDay, startsAt, endsAt } of expandPattern({ pattern, zone, ...TEN_YEARS })) {
      digest.update(`${zone} ${onDay} ${startsAt.getTime()} ${endsAt.getTime()}\n`)
    }
  }
  for (let day = 0; day < 366; day += 1) {
    const at = instantOf('2018-01-01', '02:30', zone).getTime() + day * 86_400_000
    const onDay = localDateOf(new Date(at), zone)
    digest.update(`${onDay} ${localTimeOf(new Date(at), zone)}\n`)
    const half = { fromOn: onDay, lastOn: onDay, lastPart: 'morning' } as const
    const off = daysOffSpan(half, { zone, workStartsAt: '22:00', workEndsAt: '06:00' })
    digest.update(
      `${off.startsAt.getTime()} ${off.endsAt.getTime()} ${JSON.stringify(partsOfDay(off, zone))}\n`
    )
  }
}
for (let month = 0; month < 120; month += 1) {
  const date = addMonths('2018-01-30', month)
  digest.update(`${date} ${JSON.stringify(isoWeekOf(date))}\n`)
}

const host = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: new Date().toISOString() }
console.log(JSON.stringify({ ...host, digest: digest.digest('hex') }))
