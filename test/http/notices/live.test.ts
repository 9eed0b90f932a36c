import t, { type Test } from 'tap'
import { listenOn } from '../../../db/listen.ts'
import { employees } from '../../../db/schema/employees.ts'
import type { Context } from '../../../src/context.ts'
import { openNoticeWatch } from '../../../src/notices/notice-watch.ts'
import { queueNotices } from '../../../src/notices/queue-notices.ts'
import { testApp } from '../../helpers/app.ts'
import { asOwner, testDatabase } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { listener } from '../../helpers/told.ts'

const CALM = { proof: 60_000, answer: 20_000, first: 10, longest: 40 }
const NEVER_MS = 2_000_000_000
const NOW = new Date('2027-03-01T08:00:00Z')

async function house(t: Test) {
  const { db, connection } = await testDatabase(t)
  const company = await insertSmallCompany(db)
  const tell = (...people: { id: string }[]) =>
    db.transaction((tx) =>
      queueNotices(
        tx,
        people.map(({ id }) => ({ employeeId: id, kind: 'test', facts: {} })),
        NOW
      )
    )
  /** A process: its watch, whether it hears, and how somebody follows. */
  function process(lookMs = NEVER_MS) {
    const hearing = listener<boolean>()
    const watch = openNoticeWatch({
      lookMs,
      listen: (options) => {
        const changed = (hears: boolean) => {
          options.changed(hears)
          hearing.say(hears)
        }
        return listenOn(connection, CALM)({ ...options, changed })
      }
    })
    t.teardown(() => watch.close())
    return { watch, hearing, follow: (who: { id: string }) => follow(watch, who) }
  }
  function follow(watch: ReturnType<typeof openNoticeWatch>, { id: employeeId }: { id: string }) {
    const news = listener<number>()
    const gone = new AbortController()
    const ctx = { db, now: () => NOW, actor: { employeeId }, requestId: null } as unknown as Context
    const ended = (async () => {
      for await (const _ of watch.follow(ctx, gone.signal)) news.say(news.words.length)
    })()
    t.teardown(async () => {
      gone.abort()
      await ended
    })
    return { news, gone, ended }
  }
  return { db, connection, ...company, tell, process, follow }
}

t.test(
  'who follows hears of notices to them and to nobody else, in every process, without anybody looking',
  async (t) => {
    const { amara, bo, tell, process } = await house(t)
    const [one, two] = [process(), process()]
    const [amaras, bos, elsewhere] = [one.follow(amara), one.follow(bo), two.follow(amara)]
    for (const { hearing } of [one, two]) await hearing.until(([is]) => is === true)
    await tell(amara)
    await amaras.news.until(({ length }) => length >= 2)
    await elsewhere.news.until(({ length }) => length >= 2)
    await tell(bo)
    await bos.news.until(({ length }) => length >= 2)
    // News comes in the order of what happened: whoever hears this has heard everything before it.
    await tell(amara)
    await amaras.news.until(({ length }) => length >= 3)
    await elsewhere.news.until(({ length }) => length >= 3)
    t.equal(bos.news.words.length, 2, 'the beginning and one change')
    t.equal(amaras.news.words.length, 3)
    t.equal(elsewhere.news.words.length, 3)
  }
)

t.test('thousands are told in a few messages, each of the right people', async (t) => {
  const { db, connection } = await testDatabase(t)
  const { amara } = await insertSmallCompany(db)
  const crowd = await db
    .insert(employees)
    .values(
      Array.from({ length: 2_100 }, (_, at) => ({ ...amara, id: undefined, email: `${at}@fjordlys.example` }))
    )
    .returning({ id: employees.id })
  const heard = listener<string>()
  const hearing = listener<boolean>()
  const send = async (payload: string) => {
    await db.execute(`select pg_notify('lyttepost_notices', '${payload}')`)
  }
  const listening = listenOn(
    connection,
    CALM
  )({
    ...{ channel: 'lyttepost_notices', heard: heard.say, changed: hearing.say, send }
  })
  t.teardown(() => listening.close())
  await hearing.until(([is]) => is === true)
  const tell = (people: { id: string }[]) =>
    db.transaction((tx) =>
      queueNotices(
        tx,
        [...people, ...people].map(({ id }) => ({ employeeId: id, kind: 'test', facts: {} })),
        NOW
      )
    )
  const some = crowd.slice(0, 450)
  await tell(some)
  await heard.until(({ length }) => length >= 3)
  t.equal(heard.words.length, 3)
  t.strictSame(heard.words.flatMap((words) => words.split(',')).sort(), some.map(({ id }) => id).sort())
  await tell(crowd)
  await heard.until(({ length }) => length >= 4)
  t.equal(heard.words[3], '*')
})

t.test(
  'without a way to listen, and while listening hears nothing, new notices are looked for',
  async (t) => {
    const { amara, bo, tell, follow } = await house(t)
    const deaf = openNoticeWatch({ lookMs: 20 })
    const falling = openNoticeWatch({
      lookMs: 20,
      listen: ({ changed }) => {
        changed(false)
        return { close: async () => {} }
      }
    })
    for (const watch of [deaf, falling]) {
      t.teardown(() => watch.close())
      const [amaras, bos] = [follow(watch, amara), follow(watch, bo)]
      await bos.news.until(({ length }) => length >= 1)
      await amaras.news.until(({ length }) => length >= 1)
      const told = amaras.news.until(({ length }) => length >= 2)
      const telling = (async () => {
        // The first look only learns what is there.
        while (amaras.news.words.length < 2) await tell(amara)
      })()
      await Promise.all([told, telling])
      t.equal(bos.news.words.length, 1, 'Bo was written nothing')
    }
  }
)

t.test('when listening falls silent everybody looks once, for what may have been missed', async (t) => {
  const { amara, connection, process } = await house(t)
  const owner = await asOwner(t, connection)
  const { hearing, follow } = process()
  const { news } = follow(amara)
  await hearing.until(([is]) => is === true)
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lyttepost listening' and datname = current_database()"
  )
  await news.until(({ length }) => length >= 2)
  await hearing.until((said) => said.at(-1) === true && said.length >= 3)
  t.strictSame(hearing.words, [true, false, true])
})

t.test('nobody listens before a page follows; the stream ends with the application', async (t) => {
  let opened = 0
  let closed = 0
  const listen = () => {
    opened += 1
    const close = async () => {
      closed += 1
    }
    return { close }
  }
  const { app, db, tokenOf } = await testApp(t, { listen })
  const { amara } = await insertSmallCompany(db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${await tokenOf(amara)}`, accept: 'text/html' }
  await (await fetch(`${address}/`, { headers })).text()
  t.equal(opened, 0)
  const reply = await fetch(`${address}/me/events`, { headers })
  t.equal(reply.headers.get('content-type'), 'text/event-stream')
  const reader = reply.body!.getReader()
  t.equal(new TextDecoder().decode((await reader.read()).value), ': listening\n\n')
  const second = await fetch(`${address}/me/events`, { headers })
  t.equal(opened, 1, 'once for all who follow')
  await app.close()
  t.equal((await reader.read()).done, true)
  await second.body?.cancel()
  t.equal(closed, 1)
})
