import { Writable } from 'node:stream'
import { and, eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

/** So many of one person are written down in a minute. */
const MOST = 600
/** At a time, as many as the pool takes. */
const TOGETHER = 20

/** Limits are on, and high enough that nobody is stopped for how often they ask. */
async function limitedHouse(t: Test) {
  const lines: string[] = []
  const logTo = new Writable({
    write(line: Buffer, _, done) {
      lines.push(String(line))
      done()
    }
  })
  const house = await testApp(t, { rateLimits: { perActor: 10_000 }, logTo, logLevel: 'warn' })
  const people = await insertSmallCompany(house.db)
  const askerOf = async (who: { id: string }) => {
    const headers = { authorization: `Bearer ${await house.tokenOf(who)}` }
    return async () => (await house.app.inject({ url: '/api/audit', headers })).statusCode
  }
  const kept = async ({ id }: { id: string }) =>
    (
      await house.db
        .select({ id: auditEntries.id })
        .from(auditEntries)
        .where(and(eq(auditEntries.actorId, id), eq(auditEntries.action, 'request.refused')))
    ).length
  return { ...house, ...people, lines, askerOf, kept }
}

t.test(
  'of one person six hundred refusals a minute are written down, and the log tells of more',
  async (t) => {
    const { amara, bo, askerOf, kept, lines, clock } = await limitedHouse(t)
    const [amaraAsks, boAsks] = [await askerOf(amara), await askerOf(bo)]
    const bound = () => lines.filter((line) => line.includes('refusals of one origin'))
    const statuses = new Set<number>()
    for (let asked = 0; asked < MOST; asked += TOGETHER) {
      const replies = await Promise.all(Array.from({ length: TOGETHER }, amaraAsks))
      for (const status of replies) statuses.add(status)
    }
    t.equal(await kept(amara), MOST)
    t.strictSame(bound(), [])
    for (let more = 0; more < 5; more += 1) statuses.add(await amaraAsks())
    t.strictSame([...statuses], [403], 'refused all the same')
    t.equal(await kept(amara), MOST)
    t.equal(bound().length, 1, 'said once')
    t.notMatch(bound()[0], /Okafor|@/, 'and not of whom')

    await boAsks()
    t.equal(await kept(bo), 1, 'a colleague has a count of their own')
    clock.set('2027-03-01T08:01:00Z')
    await amaraAsks()
    t.equal(await kept(amara), MOST + 1, 'and so has the next minute')
  }
)
