import t from 'tap'
import { pickQuotes } from '../../../src/engine/insight/pick-quotes.ts'
import { themeMoves } from '../../../src/engine/insight/theme-moves.ts'
import { weeklyDigest } from '../../../src/engine/insight/weekly-digest.ts'

const at = (day: string) => new Date(`2027-${day}T09:00Z`)
const span = { dueOn: '2027-03-08', since: at('03-01'), until: at('03-08') }
const theme = (id: string, more: object = {}) => ({
  ...{ id, createdAt: at('02-01'), waitingSince: at('02-01'), isOverdue: false },
  ...more
})
const report = (themeId: string, employeeId: string, day: string) => ({ themeId, employeeId, at: at(day) })

t.test('new themes are those made in the week, its first instant included and its last not', (t) => {
  const made = ['02-28', '03-01', '03-05', '03-08'].map((day) => theme(day, { createdAt: at(day) }))
  t.strictSame(weeklyDigest(made, [], span).newIds, ['03-05', '03-01'])
  t.end()
})

t.test(
  'a theme grows when two people or more reported it, and more than the week before; each counts once',
  (t) => {
    const reports = [
      ...[report('a', 'bo', '03-02'), report('a', 'bo', '03-03')],
      ...[report('b', 'bo', '03-02'), report('b', 'eva', '03-03'), report('b', 'bo', '02-25')],
      ...[report('c', 'bo', '03-02'), report('c', 'eva', '03-03')],
      ...[report('c', 'lars', '02-25'), report('c', 'ada', '02-26')]
    ]
    const { growing } = weeklyDigest(
      ['a', 'b', 'c'].map((id) => theme(id)),
      reports,
      span
    )
    t.strictSame(growing, [{ themeId: 'b', reporters: 2, before: 1 }])
    t.end()
  }
)

t.test('overdue themes come longest waiting first, ten at most, with how many there are', (t) => {
  const overdue = Array.from({ length: 12 }, (_, day) =>
    theme(`t${day}`, { isOverdue: true, waitingSince: at(`01-${10 + day}`) })
  )
  const { overdueIds, counts } = weeklyDigest([...overdue].reverse(), [], span)
  t.strictSame(
    overdueIds,
    overdue.slice(0, 10).map(({ id }) => id)
  )
  t.equal(counts.overdue, 12)
  t.end()
})

t.test(
  'quotes are of the own team first, of different themes before the same one twice, and never too long',
  (t) => {
    const quote = (learningId: string, themeId: string, teamId: string, words = 'Ouch') => ({
      ...{ learningId, themeId, teamId, words }
    })
    const heard = [
      ...[quote('1', 'a', 'x'), quote('2', 'a', 'y'), quote('3', 'a', 'y'), quote('4', 'b', 'y')],
      ...[quote('5', 'c', 'x'), quote('6', 'd', 'y', 'long '.repeat(60)), quote('7', 'd', 'y', ' ')]
    ]
    const ids = (teamIds: string[]) => pickQuotes(heard, 3, teamIds).map(({ learningId }) => learningId)
    t.strictSame(ids(['y']), ['2', '4', '3'])
    t.strictSame(ids([]), ['1', '4', '5'])
    t.strictSame(ids(['z']), ['1', '4', '5'])
    t.end()
  }
)

t.test('a reporter hears what others and leaders did with their theme, not what they did themselves', (t) => {
  const reporters = [
    { themeId: 'a', employeeId: 'bo' },
    { themeId: 'a', employeeId: 'eva' },
    { themeId: 'b', employeeId: 'ada' }
  ]
  const own = [report('a', 'bo', '03-02')]
  t.strictSame([...themeMoves(reporters, own, []).keys()], ['eva'])
  const events = [
    { themeId: 'b', kind: 'put-before-leader' as const },
    { themeId: 'b', kind: 'put-before-leader' as const },
    { themeId: 'b', kind: 'owner-changed' as const }
  ]
  t.strictSame(themeMoves(reporters, [], events).get('ada'), [
    { themeId: 'b', reporters: 0, leaders: 2, ownerChanged: true }
  ])
  t.equal(themeMoves(reporters, [], []).size, 0)
  t.end()
})
