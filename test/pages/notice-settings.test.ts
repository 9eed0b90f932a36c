import t from 'tap'
import { noticePreferences } from '../../db/schema/notice-preferences.ts'
import { NOTICE_GROUPS } from '../../src/notices/kinds.ts'
import { noticeSettingsTexts } from '../../src/web/texts/notice-settings.ts'
import { testApp } from '../helpers/app.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { slackHouse } from '../http/slack/slack-cast.ts'

const HTML = { accept: 'text/html' }
const form = (fields: Record<string, string>) => ({
  headers: { ...HTML, 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams({ startsAt: '20:00', endsAt: '07:00', ...fields }).toString()
})

t.test(
  'a person chooses on the page what comes by e-mail, what by Slack, and when not to be disturbed',
  async (t) => {
    const { as, amara, link } = await slackHouse(t)
    const before = await as(amara).send('GET', '/me/notices', { headers: HTML })
    t.match(before.body, 'Nobody in Slack has your address')
    await link()
    const page = await as(amara).send('GET', '/me/notices', { headers: HTML })
    t.notMatch(page.body, 'Nobody in Slack has your address')
    for (const group of NOTICE_GROUPS) t.match(page.body, `name="slack-${group}"`, group)
    t.match(page.body, 'Usually Slack brings what waits for you')
    const fields = { 'email-swaps': 'inbox', 'slack-swaps': 'at_once', 'slack-hours': 'inbox' }
    const sent = await as(amara).send('POST', '/me/notices', form(fields))
    t.match([sent.statusCode, sent.headers.location], [303, '/me/notices?told=saved'])
    const { groups, quietHours } = (await as(amara).get('/api/me/notice-preferences')).json()
    const of = (wanted: string) => groups.find(({ group }: { group: string }) => group === wanted)
    t.match(of('swaps'), { mode: 'inbox', slackMode: 'at_once' })
    t.match(of('hours'), { mode: 'digest', slackMode: 'inbox' })
    t.equal(quietHours, null, 'nothing was ticked')
    await as(amara).send('POST', '/me/notices', form({ isQuiet: 'yes', startsAt: '18:00' }))
    t.match((await as(amara).get('/api/me/notice-preferences')).json().quietHours, {
      startsAt: '18:00',
      endsAt: '07:00'
    })
    const again = await as(amara).send('GET', '/me/notices?told=saved', { headers: HTML })
    t.match(again.body, 'Saved. It holds from the next notice on.')
  }
)

t.test('without Slack the page speaks of e-mail alone; wrong forms are refused', async (t) => {
  const { db, as } = await testApp(t)
  const { amara } = await insertSmallCompany(db)
  const page = await as(amara).send('GET', '/me/notices', { headers: HTML })
  t.match(page.body, 'name="email-swaps"')
  t.notMatch(page.body, 'Slack')
  for (const wrong of [{ 'email-swaps': 'never' }, { 'email-lunch': 'inbox' }, { startsAt: '25:00' }]) {
    t.equal((await as(amara).send('POST', '/me/notices', form(wrong))).statusCode, 400)
  }
})

t.test('what somebody leaves as it stands they have not chosen: it follows what is usual', async (t) => {
  const { db, as, amara, link } = await slackHouse(t)
  const modes = async () => {
    const { groups } = (await as(amara).get('/api/me/notice-preferences')).json()
    return groups as Record<'group' | 'mode' | 'slackMode', string>[]
  }
  const unlinked = Object.fromEntries((await modes()).map(({ group, mode }) => [`email-${group}`, mode]))
  await as(amara).send('POST', '/me/notices', form({ ...unlinked, 'email-team': 'inbox' }))
  t.match(await db.select().from(noticePreferences), [
    { noticeGroup: 'team', channel: 'email', mode: 'inbox' }
  ])
  await link()
  t.match(
    (await modes()).find(({ group }) => group === 'swaps'),
    { slackMode: 'at_once' }
  )
})

t.test('every group has a name in every language', async (t) => {
  for (const texts of Object.values(noticeSettingsTexts)) {
    t.strictSame(
      NOTICE_GROUPS.filter((group) => !texts.groups[group]),
      []
    )
  }
})
