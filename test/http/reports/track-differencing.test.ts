import t, { type Test } from 'tap'
import { fifteenPeople } from './reports-cast.ts'

/** Fifteen people, and a way to give the first so many of them half an hour in a track. */
async function fifteenWithTracks(t: Test) {
  const { people, read, helge, pool, ...rest } = await fifteenPeople(t)
  const everybody = Object.values(people).flat()
  const credit = async (purpose: string, onDay: string, who: readonly number[], enteredAt = '2027-04-01') => {
    for (const at of who)
      await pool.query(
        `insert into ledger_entries (id, employee_id, kind, minutes, on_day, purpose, entered_at)
          values (gen_random_uuid(), $1, 'credited', 30, $2, $3, $4)`,
        [everybody[at]!.id, onDay, purpose, `${enteredAt}T08:00:00Z`]
      )
  }
  /** The tracks that stand in a row by themselves, and the rest as one; with how many people. */
  const tracksIn = async (fromOn: string, toOn: string, asOf = '2027-04-04') => {
    const { rows } = await read(helge, `by=track&fromOn=${fromOn}&toOn=${toOn}&asOf=${asOf}`)
    return rows.map(({ group, people }) => `${group} ${people}`)
  }
  return { ...rest, everybody, credit, tracksIn, read, helge }
}

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)

t.test('no track is told apart over a month in which fewer than five had hours in it', async (t) => {
  const { credit, tracksIn } = await fifteenWithTracks(t)
  // Of every team some do the one, some the other.
  const [some, others] = [
    [0, 2, 4, 6, 8, 10],
    [1, 3, 5, 7, 9, 11]
  ]
  await credit('review', '2027-01-12', some)
  await credit('help_pages', '2027-01-13', others)
  await credit('review', '2027-02-09', [14])
  await credit('help_pages', '2027-02-10', others)
  t.strictSame(await tracksIn('2027-01-01', '2027-02-01'), ['review 6', 'help_pages 6'])
  t.strictSame(
    await tracksIn('2027-01-01', '2027-03-01'),
    ['review + help_pages 13'],
    'or two months less the first would be the reviews of one'
  )
  t.strictSame(
    await tracksIn('2027-01-10', '2027-02-11'),
    ['review + help_pages 13'],
    'nor a part of these months'
  )
  await credit('review', '2027-02-27', [2, 4, 6, 8])
  t.strictSame(
    await tracksIn('2027-01-10', '2027-02-11'),
    ['review 7', 'help_pages 6'],
    'who does it later in the month counts, as the row may be of any of them'
  )
  t.strictSame(
    await tracksIn('2027-02-08', '2027-02-11'),
    ['review + help_pages 7'],
    'but a row is of five people itself'
  )
})

t.test('as of a moment a month has those who were known then', async (t) => {
  const { credit, tracksIn } = await fifteenWithTracks(t)
  await credit('review', '2027-01-12', upTo(6), '2027-01-12')
  await credit('review', '2027-02-09', upTo(4), '2027-02-09')
  await credit('review', '2027-02-10', [5], '2027-03-02')
  for (const onDay of ['2027-01-13', '2027-02-11']) await credit('help_pages', onDay, upTo(6, 8), onDay)
  t.strictSame(await tracksIn('2027-01-01', '2027-03-01', '2027-03-01'), ['review + help_pages 12'])
  t.strictSame(await tracksIn('2027-01-01', '2027-03-01', '2027-03-02'), ['review 6', 'help_pages 6'])
})

t.test('who does several of the tracks that are put together counts once', async (t) => {
  const { credit, tracksIn } = await fifteenWithTracks(t)
  await credit('review', '2027-01-12', upTo(3))
  await credit('help_pages', '2027-01-12', upTo(3))
  await credit('call_backs', '2027-01-12', upTo(6, 5))
  t.strictSame(
    await tracksIn('2027-01-01', '2027-02-01'),
    ['review + help_pages + call_backs 9'],
    'reviews and help pages are of three people, not of six'
  )
})

t.test(
  'what was together in a month is together in all reports of it, or three of them would tell',
  async (t) => {
    const { credit, tracksIn } = await fifteenWithTracks(t)
    // The next smallest to the two who review are the help pages in January, the calls in February and over both.
    const [reviewers, callers] = [upTo(2), [4, 5, 8, 9, 10, 12]]
    await credit('review', '2027-01-12', reviewers)
    await credit('help_pages', '2027-01-12', [2, 3, 6, 7, 11])
    await credit('call_backs', '2027-01-12', callers)
    await credit('review', '2027-02-09', reviewers)
    await credit('help_pages', '2027-02-09', upTo(9, 2))
    await credit('call_backs', '2027-02-09', callers)
    t.strictSame(await tracksIn('2027-01-01', '2027-02-01'), ['review + help_pages 7', 'call_backs 6'])
    t.strictSame(await tracksIn('2027-02-01', '2027-03-01'), ['review + call_backs 8', 'help_pages 9'])
    t.strictSame(await tracksIn('2027-01-01', '2027-03-01'), ['review + help_pages + call_backs 13'])
  }
)

t.test('a track that is one team’s, but for one of them, is not told apart', async (t) => {
  const { credit, tracksIn, read, helge } = await fifteenWithTracks(t)
  // Product are the first six. All of them call back, and one of Support does; all others review.
  await credit('call_backs', '2027-01-12', upTo(7))
  await credit('review', '2027-01-12', upTo(8, 7))
  const teams = await read(helge, 'by=team&fromOn=2027-01-01&toOn=2027-02-01&asOf=2027-04-04')
  t.equal(teams.rows[0]!.group, 'Product')
  t.strictSame(
    await tracksIn('2027-01-01', '2027-02-01'),
    ['review + call_backs 15'],
    'or the calls less Product would be of one person'
  )
})
