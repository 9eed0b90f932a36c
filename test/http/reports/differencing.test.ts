import t from 'tap'
import { isolatedBy, type Members } from './attack.ts'
import { END, lopsidedCompany, WEEKS } from './lopsided-company.ts'
import { AS_OF, type Asked, KEYS, membersOf } from './row-members.ts'

const PAIRS = 500
/** Three reports together, of which fewer than five people are looked for: slow, so few by default. */
const TRIPLES = Number(process.env.REPORT_TRIPLES ?? 150)
/** Weeks from and until before. */
const PERIODS = [
  { from: 0, to: 4 },
  { from: 0, to: 8 },
  { from: 0, to: 13 },
  { from: 1, to: 13 },
  { from: 4, to: 8 },
  { from: 4, to: 9 },
  // The days before come along.
  { from: 9, to: 13, earlier: 2 }
] as const

type Question = Asked & { earlier?: number }

/** Every report that can be asked for on these days, as of these moments. */
const QUESTIONS: readonly Question[] = KEYS.flatMap((by) =>
  PERIODS.flatMap((period) => AS_OF.map((asOf) => ({ by, ...period, asOf })))
)

/** The members of its rows, as one unknown a week and by track. */
interface Answer {
  question: Question
  byTrack: Members[]
  byWeek: Members[]
}

async function answerTo(
  question: Question,
  { people, ask }: Awaited<ReturnType<typeof lopsidedCompany>>
): Promise<Answer> {
  const { by, from, to, asOf, earlier = 0 } = question
  const days = `fromOn=${WEEKS[from]}&toOn=${WEEKS[to] ?? END}`
  const report = await ask(`by=${by}&${days}&asOf=${asOf}&earlier=${earlier}`)
  const membersBy = (byTrack: boolean) =>
    [report, ...report.earlier].flatMap((rows, at) => {
      const back = at * (to - from)
      return membersOf(people, { ...question, from: from - back, to: to - back }, rows, byTrack)
    })
  return { question, byTrack: membersBy(true), byWeek: by === 'track' ? [] : membersBy(false) }
}

function isolatedTogether(answers: readonly Answer[], most = 1): string[] {
  const hasTracks = answers.some(({ question }) => question.by === 'track')
  return isolatedBy(
    answers.flatMap(({ byTrack, byWeek }) => (hasTracks ? byTrack : byWeek)),
    most
  )
}

/** Whether two questions differ in key, days or moment alone, which is how such sums are mostly taken apart. */
const differInOne = (one: Question, other: Question) =>
  [one.by !== other.by, one.from !== other.from || one.to !== other.to, one.asOf !== other.asOf].filter(
    (differs) => differs
  ).length === 1

const nameOf = ({ by, from, to, asOf }: Question) => `${by} ${from}-${to} as of ${asOf}`

t.test(
  `neither ${PAIRS} random pairs of reports nor those that differ in one filter isolate anybody, whatever is added and taken away`,
  async (t) => {
    const company = await lopsidedCompany(t, 1)
    const { oneOf } = company
    const answers: Answer[] = []
    for (const question of QUESTIONS) answers.push(await answerTo(question, company))
    const alike = answers.flatMap((one, at) =>
      answers
        .slice(at + 1)
        .filter((other) => differInOne(one.question, other.question))
        .map((other) => [one, other] as const)
    )
    const atRandom = Array.from({ length: PAIRS }, () => [oneOf(answers), oneOf(answers)] as const)
    const found = [...alike, ...atRandom].flatMap(([one, other]) => {
      const isolated = isolatedTogether([one, other])
      return isolated.length === 0
        ? []
        : [`${nameOf(one.question)} beside ${nameOf(other.question)}: ${isolated.join(', ')}`]
    })
    t.strictSame(found, [])
    t.ok(alike.length > 700)
    // Of each kind of groups, of overlapping days and days beside each other: what one month hides another two might tell.
    const triples = Array.from({ length: TRIPLES }, (_, at) => {
      const key = oneOf(KEYS)
      const ofKey = answers.filter(({ question }) => question.by === key && question.asOf === AS_OF[1])
      return [oneOf(ofKey), oneOf(ofKey), oneOf(at % 3 === 0 ? answers : ofKey)]
    })
    // And always a period beside the two that it is made of: what stands together in one of them alone might be had so.
    const madeOfTwo = KEYS.map((key) =>
      answers.filter(({ question: { by, from, to, asOf } }) => {
        const isOne = (from === 0 || from === 4) && (to === 4 || to === 8)
        return by === key && asOf === AS_OF[1] && isOne
      })
    )
    t.ok(madeOfTwo.every((three) => three.length === 3))
    const foundByThree = [...madeOfTwo, ...triples].flatMap((three) => {
      const isolated = isolatedTogether(three, 4)
      const names = three.map(({ question }) => nameOf(question)).join(' beside ')
      return isolated.length === 0 ? [] : [`${names}: ${isolated.join(', ')}`]
    })
    t.strictSame(foundByThree, [], 'nor do three reports tell of fewer than five')
    const atOnce = answers.filter(({ question: { by, asOf } }) => by !== 'track' && asOf === AS_OF[1])
    t.strictSame(
      isolatedTogether(atOnce),
      [],
      'nor do all kinds of groups and pieces of time at once, but for tracks'
    )
    for (const by of ['team', 'level', 'tenure', 'track', 'period&per=week'])
      t.ok(
        answers.some(({ question, byTrack }) => question.by === by && byTrack.length > 2),
        `and something is shown by ${by}`
      )
  }
)

t.test(
  'the attack finds people out where groups are only left out, or kinds of groups are decided apart',
  async (t) => {
    const { people } = await lopsidedCompany(t, 1)
    const asked = { by: 'team', from: 0, to: 1, asOf: '2027-04-10' }
    const shown = (...groups: string[]) => ({
      rows: groups.map((group) => ({ group, people: 9, creditedMinutes: 0 })),
      totals: {}
    })
    const alone = people.find(({ team }) => team === 'H')!.employee.id
    const leftOut = membersOf(people, asked, shown('A', 'B', 'C', 'D', 'E', 'S'), false)
    t.strictSame(isolatedBy(leftOut), [alone], 'the total less the teams that are shown')
    const away = people.find(({ team, site }) => team === 'A' && site === 'SE')!.employee.id
    const teams = membersOf(people, asked, shown('A', 'B', 'C', 'D', 'E', 'S + H'), false)
    const sites = membersOf(people, { ...asked, by: 'site' }, shown('NO', 'SE'), false)
    t.ok(
      isolatedBy([...membersOf(people, asked, shown('S'), false), ...sites]).includes(away),
      'Sweden less team S'
    )
    t.ok(teams.length === 7)
    // The one of team H, once with C and once with D: both weeks less the first are C and H in the second, and C stands there alone.
    const [both, first, second] = [
      membersOf(people, { ...asked, to: 2 }, shown('A', 'B', 'C + H', 'D', 'E', 'S'), false),
      membersOf(people, asked, shown('A', 'B', 'C + H', 'D', 'E', 'S'), false),
      membersOf(people, { ...asked, from: 1, to: 2 }, shown('A', 'B', 'C', 'D + H', 'E', 'S'), false)
    ]
    for (const two of [
      [both, first],
      [both, second],
      [first, second]
    ])
      t.strictSame(isolatedBy(two.flat(), 4), [], 'two reports do not tell')
    t.strictSame(isolatedBy([both, first, second].flat(), 4), [alone], 'and three do')
  }
)
