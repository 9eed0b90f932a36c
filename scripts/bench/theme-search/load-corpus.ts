import { v7 } from 'uuid'
import type { Db } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'
import { themeLearnings, themes as themeTable } from '../../../db/schema/themes.ts'
import { loose, themes } from './corpus.ts'
import type { ToldLearning, ToldTheme } from './told.ts'

const HEARD_AT = new Date('2027-02-01T12:00:00Z')

/**
 * Writes the corpus into an empty database, `copies` times over with every theme anew, so that 11 copies are 5,251
 * learnings in 539 themes.
 *
 * @returns the key of each theme by its id.
 */
export async function loadCorpus(db: Db, copies = 1): Promise<Map<string, string>> {
  const { employeeId, shiftId } = await insertShift(db)
  const written = Array.from({ length: copies }, () => themes).flat()
  const keys = new Map<string, string>()
  const told = { themes: [] as ThemeRow[], learnings: [] as LearningRow[], members: [] as MemberRow[] }
  for (const theme of written) {
    const row = themeRow(theme, employeeId)
    const heard = theme.learnings.map((learning) => learningRow(learning, { employeeId, shiftId }))
    keys.set(row.id, theme.key)
    told.themes.push(row)
    told.learnings.push(...heard)
    told.members.push(...heard.map(({ id }) => ({ themeId: row.id, learningId: id, joinedAt: HEARD_AT })))
  }
  told.learnings.push(...loose.map((learning) => learningRow(learning, { employeeId, shiftId })))
  for (const batch of batches(told.themes)) await db.insert(themeTable).values(batch)
  for (const batch of batches(told.learnings)) await db.insert(learnings).values(batch)
  for (const batch of batches(told.members)) await db.insert(themeLearnings).values(batch)
  await db.transaction(async (tx) => {
    // On a machine that is busy with other things it takes longer than a page may wait.
    await tx.execute('set local statement_timeout = 0')
    await tx.execute('analyze')
  })
  return keys
}

type ThemeRow = ReturnType<typeof themeRow>
type LearningRow = ReturnType<typeof learningRow>
type MemberRow = typeof themeLearnings.$inferInsert

const themeRow = ({ title }: ToldTheme, ownerId: string) => ({
  id: v7(),
  title,
  ownerId,
  createdBy: ownerId,
  answerByOn: '2027-03-01',
  createdAt: HEARD_AT
})

const learningRow = (
  { lang: _, ...texts }: ToldLearning,
  heard: { employeeId: string; shiftId: string }
): typeof learnings.$inferInsert & { id: string } => ({
  id: v7(),
  ...heard,
  ...texts,
  type: 'other',
  submittedAt: HEARD_AT
})

async function insertShift(db: Db): Promise<{ employeeId: string; shiftId: string }> {
  const [team] = await db.insert(teams).values({ name: 'Support' }).returning()
  const [employee] = await db
    .insert(employees)
    .values({
      name: 'Hanna Host',
      email: 'hanna@fjordlys.example',
      title: 'Host',
      teamId: team!.id,
      timeZone: 'Europe/Oslo',
      country: 'NO',
      workingDays: [1, 2, 3, 4, 5],
      workStartsAt: '08:00',
      workEndsAt: '18:00',
      joinedOn: '2024-01-01'
    })
    .returning()
  const seats = { minSeats: 1, desiredSeats: 2, maxSeats: 4, hostsRequired: 1 }
  const [rotation] = await db
    .insert(rotations)
    .values({
      name: 'Nordic support',
      timeZone: 'Europe/Oslo',
      ...seats,
      validFrom: '2024-01-01',
      holidayCountry: 'NO',
      holidayRule: 'skip'
    })
    .returning()
  const times = { onDay: '2027-02-01', startsAt: new Date('2027-02-01T07:00Z'), endsAt: HEARD_AT }
  const [shift] = await db
    .insert(shifts)
    .values({ rotationId: rotation!.id, ...seats, ...times })
    .returning()
  return { employeeId: employee!.id, shiftId: shift!.id }
}

/** Rows per insert: the protocol takes 65,535 parameters. */
const BATCH = 1_000

const batches = <Row>(rows: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) => rows.slice(at * BATCH, (at + 1) * BATCH))
