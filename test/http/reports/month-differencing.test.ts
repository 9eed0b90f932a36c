import t, { type Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam, type Team } from '../../helpers/people.ts'

interface Stay {
  team: string
  people: number
  joinedOn?: string
  leavesOn?: string
  level?: 'staff' | 'lead'
  country?: string
}

/** A company of these, and how its groups are put together in a report of these days. */
async function companyOf(t: Test, stays: readonly Stay[]) {
  const app = await testApp(t, { now: '2027-04-04T08:00:00Z' })
  const teams = new Map<string, Team>()
  for (const { team } of stays) if (!teams.has(team)) teams.set(team, await insertTeam(app.db, team))
  const all = stays.flatMap((stay) => Array.from({ length: stay.people }, () => stay))
  const people: Employee[] = []
  for (const [
    at,
    { team, joinedOn = '2020-01-01', leavesOn, level = 'staff', country = 'NO' }
  ] of all.entries())
    people.push(
      await insertEmployee(app.db, `${team} ${at}`, teams.get(team)!, {
        ...{ joinedOn, level, country, createdAt: new Date('2020-01-01'), email: `p${at}@fjordlys.example` },
        ...(leavesOn && { leavesOn }),
        grants: at === 0 ? ['hr'] : []
      })
    )
  const groupsIn = async (fromOn: string, toOn: string, by = 'team') => {
    const reply = await app.as(people[0]!).get(`/api/participation?by=${by}&fromOn=${fromOn}&toOn=${toOn}`)
    return (reply.json() as { rows: { group: string; people: number }[] }).rows.map(
      ({ group, people }) => `${group} ${people}`
    )
  }
  return { groupsIn }
}

t.test('three reports do not tell what two people did who were there for a month', async (t) => {
  // With whom the newcomers of February stand is the smallest other team: X in February, Y over both months.
  const { groupsIn } = await companyOf(t, [
    { team: 'X', people: 6 },
    { team: 'X', people: 3, leavesOn: '2027-01-31' },
    { team: 'Y', people: 5 },
    { team: 'Y', people: 2, joinedOn: '2027-02-01' },
    { team: 'H', people: 2, joinedOn: '2027-02-01' },
    { team: 'Z', people: 9 }
  ])
  t.strictSame(await groupsIn('2027-01-01', '2027-02-01'), ['X 9', 'Y 5', 'Z 9'])
  t.strictSame(await groupsIn('2027-02-01', '2027-03-01'), ['Y 7', 'Z 9', 'fewer than five 8'])
  t.strictSame(
    await groupsIn('2027-01-01', '2027-03-01'),
    ['Y 7', 'Z 9', 'fewer than five 11'],
    'with Y they would be had: X of both months less January is X in February, and without that they are left'
  )
  t.strictSame(
    await groupsIn('2027-02-03', '2027-02-05'),
    ['Y 7', 'Z 9', 'fewer than five 8'],
    'every day of a month is as the month'
  )
  t.strictSame(
    await groupsIn('2027-01-20', '2027-02-05'),
    ['Y 7', 'Z 9', 'fewer than five 11'],
    'and so are days of two'
  )
})

t.test('who is too few on a day of a month is not told apart on any other day of it', async (t) => {
  const { groupsIn } = await companyOf(t, [
    { team: 'X', people: 4 },
    { team: 'X', people: 4, leavesOn: '2027-02-20' },
    { team: 'Y', people: 6 },
    { team: 'Z', people: 9 }
  ])
  const together = ['Z 9', 'fewer than five 14']
  t.strictSame(await groupsIn('2027-02-01', '2027-02-10'), together)
  t.strictSame(await groupsIn('2027-01-01', '2027-02-01'), ['X 8', 'Y 6', 'Z 9'])
  t.strictSame(await groupsIn('2027-01-25', '2027-02-02'), together)
})

t.test('a month of fewer than five people leaves a report of it one row or none', async (t) => {
  const { groupsIn } = await companyOf(t, [
    { team: 'X', people: 3, joinedOn: '2026-11-01' },
    { team: 'X', people: 6, joinedOn: '2027-01-01' },
    { team: 'Y', people: 6, joinedOn: '2027-01-01' }
  ])
  t.strictSame(await groupsIn('2026-12-01', '2027-02-01'), [])
  t.strictSame(await groupsIn('2027-01-01', '2027-02-01'), ['X 9', 'Y 6'])
})

t.test('groups of two kinds are beside each other in each month', async (t) => {
  // In February one lead alone is of another team; over the quarter five leads were.
  const { groupsIn } = await companyOf(t, [
    { team: 'X', people: 6, level: 'lead' },
    { team: 'Y', people: 1, level: 'lead' },
    { team: 'Y', people: 4, level: 'lead', leavesOn: '2027-01-31' },
    { team: 'Y', people: 9 }
  ])
  t.strictSame(await groupsIn('2027-02-01', '2027-03-01', 'level'), ['lead + staff 16'])
  t.strictSame(
    await groupsIn('2027-01-01', '2027-03-01', 'level'),
    ['lead + staff 20'],
    'or January less would be the one'
  )
})

t.test('three kinds at once do not tell of one person whom no two of them tell of', async (t) => {
  // All of X in Norway lead and so do those of Y in Sweden; all others are staff: one alone of Y in Norway.
  const { groupsIn } = await companyOf(t, [
    { team: 'X', people: 9, level: 'lead' },
    { team: 'X', people: 9, country: 'SE' },
    { team: 'Y', people: 9, level: 'lead', country: 'SE' },
    { team: 'Y', people: 1 }
  ])
  const shown = async (by: string) => groupsIn('2027-01-01', '2027-02-01', by)
  t.strictSame(await shown('team'), ['X 18', 'Y 10'])
  t.strictSame(await shown('site'), ['NO 10', 'SE 18'])
  t.strictSame(
    await shown('level'),
    ['lead + staff 28'],
    'or Y, Norway and staff, less everybody, are twice the one'
  )
})
