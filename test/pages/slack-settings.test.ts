import t from 'tap'
import { jobRuns } from '../../db/schema/job-runs.ts'
import { slackDayPosts } from '../../db/schema/slack-day-posts.ts'
import { linkPeople } from '../../src/slack/link-people.ts'
import { testApp } from '../helpers/app.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { insertRotation } from '../helpers/shifts.ts'
import { postBy } from '../http/notices/notices-cast.ts'
import { slackHouse } from '../http/slack/slack-cast.ts'

const HTML = { accept: 'text/html' }
const PAGE = '/settings/slack'

t.test(
  'without Slack the page says how to set it up, with the addresses of this server in what is pasted',
  async (t) => {
    const { db, as } = await testApp(t, { publicUrl: 'https://vakt.fjordlys.example' })
    const { ada } = await insertSmallCompany(db)
    const { body } = await as(ada).send('GET', PAGE, { headers: HTML })
    t.match(body, 'Slack is not set up')
    t.match(body, 'url: https://vakt.fjordlys.example/slack/commands')
    t.match(body, 'https://vakt.fjordlys.example/slack/interactions')
    for (const scope of ['chat:write', 'im:history', 'users:read.email']) t.match(body, scope)
    t.match(body, 'SLACK_SIGNING_SECRET')
    t.notMatch(body, 'Known in Slack')
  }
)

t.test(
  'with Slack it says who is known, which channel hears what, and what is wrong with what to do',
  async (t) => {
    const { db, as, ada, bo, slack, user, system, clock } = await slackHouse(t)
    const open = async () => (await as(ada).send('GET', PAGE, { headers: HTML })).body
    t.match(await open(), /Not looked up yet<\/dt><dd>8/)
    slack.workspace.users.delete(user(bo).id)
    await linkPeople(system)
    const rotation = await insertRotation(db, 'Nordic', { slackChannelId: 'C0123456789' })
    await insertRotation(db, 'Weekends')
    const linked = await open()
    t.match(linked, /Known in Slack<\/dt><dd>7/)
    t.match(linked, 'One person is not found in Slack')
    t.match(linked, `<code>${bo.email}</code>`)
    t.match(linked, /C0123456789<\/code> · Last message: none yet/)
    t.match(linked, /Weekends<\/span><a class="button plain" href="\/plan\/[^"]+\/edit">Choose a channel/)
    t.notMatch(linked, 'What goes wrong at present')

    const post = { rotationId: rotation.id, onDay: '2027-03-01', channelId: 'C0123456789', attempts: 0 }
    await db
      .insert(slackDayPosts)
      .values({ ...post, lastError: 'Slack refused chat.postMessage: not_in_channel' })
    const at = clock.now()
    const run = {
      plannedAt: at,
      startedAt: at,
      finishedAt: at,
      attempts: 5,
      failure: 'SlackDown: invalid_auth'
    }
    await db.insert(jobRuns).values({ job: 'link-slack-people', ...run })
    const troubled = await open()
    t.match(troubled, 'not_in_channel')
    t.match(troubled, 'write /invite @Lyttepost there')
    t.match(troubled, 'SlackDown: invalid_auth')
  }
)

t.test('those who are not found come in pages', async (t) => {
  const { as, ada, slack, people, system } = await slackHouse(t)
  slack.workspace.users.clear()
  await linkPeople(system)
  const first = await as(ada).send('GET', PAGE, { headers: HTML })
  for (const { email } of Object.values(people)) t.match(first.body, `<code>${email}</code>`)
  const wrong = await as(ada).send('GET', `${PAGE}?cursor=nonsense`, { headers: HTML })
  t.equal(wrong.statusCode, 400)
})

t.test('the page of messages says whether mail goes out', async (t) => {
  const { db, as } = await testApp(t, { post: postBy({ send: async () => '250 taken' }) })
  const { ada } = await insertSmallCompany(db)
  const on = await as(ada).send('GET', '/settings/messages', { headers: HTML })
  t.match(on.body, 'Mail goes out')
  t.notMatch(on.body, 'No mail goes out')
})
