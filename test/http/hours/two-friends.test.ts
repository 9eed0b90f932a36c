import { eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import type { Employee } from '../../helpers/people.ts'
import { type SwapCompany, swapCompany } from '../swaps/swaps-cast.ts'

type Move = { by: 'amara' | 'bo'; what: 'swap' | 'cover' | 'half' | 'undo'; says: 'acceptance' | 'decline' }

const MOVES = fc.array(
  fc.record<Move>({
    by: fc.constantFrom('amara', 'bo'),
    what: fc.constantFrom('swap', 'swap', 'cover', 'half', 'undo'),
    says: fc.constantFrom('acceptance', 'acceptance', 'acceptance', 'decline')
  }),
  { minLength: 4, maxLength: 8 }
)

async function seatsOf({ db }: SwapCompany) {
  return db.select().from(assignments).where(isNull(assignments.releasedAt))
}

/** One move of the game; whatever the rules refuse is refused. Which swaps were accepted comes back in `done`. */
async function play(company: SwapCompany, { by, what, says }: Move, done: string[]): Promise<boolean> {
  const { propose, answer } = company
  const [me, friend] = by === 'amara' ? [company.amara, company.bo] : [company.bo, company.amara]
  const last = done.at(-1)
  if (what === 'undo') return last !== undefined && (await answer(me, last, 'undo')).statusCode === 200
  const seats = await seatsOf(company)
  const mine = seats.find(({ employeeId }) => employeeId === me.id)
  const theirs = seats.find(({ employeeId }) => employeeId === friend.id)
  if (!mine || (what === 'swap' && !theirs)) return false
  const middle = new Date((mine.heldStartsAt.getTime() + mine.heldEndsAt.getTime()) / 2)
  const reply = await propose(me, {
    giveAssignmentId: mine.id,
    asks: [{ employeeId: friend.id, ...(what === 'swap' && { takeAssignmentId: theirs!.id }) }],
    ...(what === 'half' && { part: { startsAt: mine.heldStartsAt, endsAt: middle } })
  })
  if (reply.statusCode !== 201) return false
  const { id } = reply.json()
  const answered = await answer(friend, id, says)
  if (says === 'decline' || answered.statusCode !== 200) return false
  done.push(id)
  return true
}

/** Everybody confirms what they hold in the end, as planned; the ledger in minutes by person. */
async function confirmAll(company: SwapCompany, people: Employee[]) {
  const { as, clock, db } = company
  clock.set('2027-03-23T08:00:00Z')
  const seats = await seatsOf(company)
  for (const person of people) {
    const mine = seats.filter(({ employeeId }) => employeeId === person.id)
    for (const seat of mine) {
      const reply = await as(person).post(`/api/assignments/${seat.id}/hours`, {})
      // Two weeks after the first Monday it is the lead's to enter.
      if (reply.statusCode === 409) await as(company.lars).post(`/api/assignments/${seat.id}/hours`, {})
    }
  }
  const booked = await Promise.all(
    people.map(({ id }) => db.select().from(ledgerEntries).where(eq(ledgerEntries.employeeId, id)))
  )
  const held = people.map(({ id }) =>
    seats
      .filter(({ employeeId }) => employeeId === id)
      .reduce((sum, seat) => sum + (seat.heldEndsAt.getTime() - seat.heldStartsAt.getTime()) / 60_000, 0)
  )
  const minutes = (kind: string) =>
    booked.map((rows) => rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.minutes, 0))
  return { held, worked: minutes('worked'), credited: minutes('credited') }
}

async function playGame(t: Test, moves: Move[]) {
  const company = await swapCompany(t, { spacingDays: 0, countsFixIt: true })
  await company.db.update(rotations).set({ preparationMinutes: 15 })
  const done: string[] = []
  let made = 0
  for (const move of moves) made += (await play(company, move, done)) ? 1 : 0
  return { made, ...(await confirmAll(company, [company.amara, company.bo])) }
}

const total = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0)

t.test('two friends who swap to and fro, cover and split gain nothing', { timeout: 240_000 }, async (t) => {
  const games = fc.sample(MOVES, { numRuns: 8, seed: 2027 })
  let made = 0
  for (const [i, moves] of games.entries()) {
    await t.test(`game ${i + 1}`, async (t) => {
      const game = await playGame(t, moves)
      made += game.made
      t.strictSame(game.worked, game.held, 'each has the hours of the seats they held in the end')
      t.equal(total(game.worked), 480, 'together the two shifts they began with')
      t.ok(total(game.credited) <= 30, `and no more preparation: ${game.credited}`)
    })
  }
  t.ok(made >= games.length, `${made} moves were made`)
})

t.test('who halves two shifts with a friend prepares no more for it', async (t) => {
  const halves = (['amara', 'bo'] as const).map((by) => ({ by, what: 'half', says: 'acceptance' }) as const)
  const game = await playGame(t, halves)
  t.strictSame(game, { made: 2, held: [240, 240], worked: [240, 240], credited: [14, 14] })
})

t.test('who does not swap has exactly that', async (t) => {
  const game = await playGame(t, [])
  t.strictSame(game, { made: 0, held: [240, 240], worked: [240, 240], credited: [15, 15] })
})
