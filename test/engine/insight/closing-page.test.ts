import t from 'tap'
import { type ClosingTheme, closingPage } from '../../../src/engine/insight/closing-page.ts'
import { seasonState } from '../../../src/engine/insight/season-state.ts'
import { decision, season } from './cast.ts'

const theme = (id: string, reporters: number): ClosingTheme => ({
  source: { kind: 'theme', id },
  title: id,
  areaName: null,
  reporters,
  learnings: reporters,
  customers: reporters,
  minutesLost: 0
})

t.test('every line of the page names its source', async (t) => {
  const page = closingPage({
    ...season,
    themes: [theme('bills', 2)],
    decisions: [
      decision,
      { ...decision, source: { kind: 'decision', id: 'd2' }, themeId: 'bills', decision: 'declined' }
    ]
  })
  const lines = [...page.setOut, ...page.did, ...page.learned, ...page.decided, ...page.decidedNotTo]
  t.equal(lines.length, 1 + 8 + 1 + 1 + 1)
  for (const { source } of lines) t.ok(source.kind && source.id)
  t.strictSame(page.did[0], {
    what: 'shifts',
    value: 120,
    source: { kind: 'shifts', id: '2027-01-01/2027-04-01' }
  })
})

t.test('a goal without evidence is marked', async (t) => {
  const [goal] = season.goals
  const evidence = [{ kind: 'learning' as const, id: 'l1', title: null }]
  t.strictSame(
    closingPage(season).setOut.map(({ hasEvidence }) => hasEvidence),
    [false]
  )
  const shown = closingPage({ ...season, goals: [{ ...goal!, evidence }] })
  t.strictSame(
    shown.setOut.map(({ hasEvidence }) => hasEvidence),
    [true]
  )
})

t.test('of each theme the last decision counts, as decided or as decided not to do', async (t) => {
  const later = {
    ...decision,
    source: { kind: 'decision', id: 'd2' },
    decision: 'declined' as const,
    decidedAt: '2027-03-10T09:00:00.000Z'
  }
  const of = (decisions: (typeof decision)[]) => {
    const { decided, decidedNotTo } = closingPage({ ...season, decisions })
    return [decided, decidedNotTo].map((list) => list.map(({ source }) => source.id))
  }
  t.strictSame(of([later, decision]), [[], ['d2']], 'whatever their order')
  t.strictSame(of([decision]), [['d1'], []])
  t.strictSame(of([{ ...decision, decidedAt: '2027-03-20T09:00:00.000Z' }, later]), [['d1'], []])
})

t.test('what most people reported comes first', async (t) => {
  const { learned } = closingPage({ ...season, themes: [theme('a', 1), theme('b', 3), theme('c', 3)] })
  t.strictSame(
    learned.map(({ title }) => title),
    ['b', 'c', 'a']
  )
})

t.test('a season is planned, running, over or closed by its days', async (t) => {
  const days = { fromOn: '2027-01-01', toOn: '2027-04-01', closedAt: null }
  const states = ['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map((day) => seasonState(days, day))
  t.strictSame(states, ['planned', 'running', 'running', 'over'])
  t.equal(seasonState({ ...days, closedAt: new Date(0) }, '2027-04-02'), 'closed')
})
