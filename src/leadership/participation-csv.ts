import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context.ts'
import type { GroupHours } from '../engine/insight/hours-of-group.ts'
import type { Period } from '../lib/period.ts'
import { readLeadershipParticipation } from './read-participation.ts'

const rowOf = (group: string, hours: GroupHours | null) => ({
  group,
  people: hours?.people,
  due_minutes: hours?.dueMinutes,
  done_minutes: hours?.doneMinutes,
  share_done: hours?.shareDone,
  took_part: hours?.tookPart,
  share_took_part: hours?.shareTookPart
})

/**
 * Hours of leaders and of everybody as CSV; a group that is withheld is a row without numbers.
 *
 * @throws {PeriodNotValid}
 */
export async function writeLeadershipCsv(ctx: Context, wanted: Partial<Period>) {
  const { fromOn, toOn, leaders, everybody } = await readLeadershipParticipation(ctx, wanted)
  const rows = [rowOf('leaders', leaders), rowOf('everybody', everybody)]
  const csv = stringify(rows, { header: true, bom: true })
  return { csv, fileName: `leaders-first-${fromOn}-${toOn}.csv` }
}
