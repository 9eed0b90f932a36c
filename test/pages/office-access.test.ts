import t from 'tap'
import { testApp } from '../helpers/app.ts'
import { insertWorld } from '../helpers/world.ts'

const HTML = { accept: 'text/html' }
const ROLES = ['amara', 'lars', 'helge', 'ada'] as const

/** Who is let in: e(mployee), l(ead), h(r), a(dministrator). */
const PAGES: Record<string, string> = {
  '/plan': 'lha',
  '/plan/new': 'ha',
  '/plan/{rotation}': 'lha',
  '/plan/{rotation}/edit': 'ha',
  '/plan/drafts/{draft}': 'lha',
  '/plan/drafts/{draft}/shifts/{draftShift}': 'lha',
  '/plan/publications/{publication}': 'lha',
  '/team': 'lh',
  '/team/quotas': 'lha',
  '/team/exemptions': 'lh',
  '/learnings': 'elha',
  '/learnings/heard': 'elha',
  '/learnings/known': 'elha',
  '/learnings/new': 'elha',
  '/leadership': 'elha',
  '/people': 'ha',
  '/people/import': 'ha',
  '/people/{person}': 'ha',
  '/start': 'ha',
  '/reports': 'lh',
  '/reports/people': 'lh',
  '/seasons': 'elha',
  '/seasons/new': 'ha',
  '/seasons/attach?kind=theme&id={goal}': 'elha',
  '/seasons/{season}': 'elha',
  '/seasons/{season}/gap': 'elha',
  '/seasons/{season}/closing': 'elha',
  '/seasons/{season}/edit': 'ha',
  '/seasons/{season}/goals/{goal}/evidence': 'elha',
  '/leadership/first': 'elha',
  '/leadership/decay': 'elha',
  '/settings': 'ha',
  '/settings/planning': 'ha',
  '/settings/holidays': 'a',
  '/settings/areas': 'ha',
  '/settings/areas/{area}': 'ha',
  '/settings/rates': 'ha',
  '/settings/retention': 'ha',
  '/settings/messages': 'a',
  '/settings/slack': 'a',
  '/settings/webhooks': 'a',
  '/settings/webhooks/{webhook}': 'a',
  '/settings/keys': 'elha',
  '/settings/jobs': 'a',
  '/settings/provisioning': 'a'
}

const FORMS: Record<string, string> = {
  '/plan': 'ha',
  '/plan/preview': 'ha',
  '/plan/{rotation}': 'ha',
  '/plan/{rotation}/drafts': 'ha',
  '/plan/drafts/{draft}/stop': 'ha',
  '/plan/drafts/{draft}/discard': 'ha',
  '/plan/drafts/{draft}/publish': 'ha',
  '/plan/publications/{publication}/revert': 'ha',
  '/team/quotas': 'lha',
  '/team/quotas/preview': 'lha',
  '/people/import': 'ha',
  '/people/{person}': 'ha',
  '/people/{person}/deactivation': 'ha',
  '/people/{person}/roles': 'a',
  '/people/{person}/link': 'a',
  '/people/{person}/sessions': 'a',
  '/settings/jobs/record-no-shows': 'a',
  '/leadership/first': 'ha',
  '/reports/purposes': 'h',
  '/reports/purposes/{goal}/end': 'h',
  '/settings/planning': 'a',
  '/settings/holidays': 'a',
  '/settings/areas': 'ha',
  '/settings/areas/{goal}': 'ha',
  '/settings/areas/{goal}/archival': 'ha',
  '/settings/areas/{goal}/delete': 'ha',
  '/settings/rates': 'ha',
  '/settings/retention/audit': 'ha',
  '/settings/messages/{goal}/resend': 'a',
  '/settings/webhooks': 'a',
  '/settings/webhooks/{webhook}': 'a',
  '/settings/webhooks/{webhook}/ping': 'a',
  '/settings/webhooks/{webhook}/secret': 'a',
  '/settings/webhooks/{webhook}/switch': 'a',
  '/settings/webhooks/{webhook}/remove': 'a',
  '/settings/provisioning/held': 'a',
  '/settings/provisioning/defaults': 'a',
  '/settings/provisioning/tokens': 'a',
  '/settings/provisioning/groups/{rotation}': 'a',
  '/settings/provisioning/incomplete/{person}': 'a',
  '/settings/provisioning/tokens/{rotation}/revocation': 'a',
  '/team/exemptions': 'lh'
}

t.test('every page of the office is open to those it is for, and a forbidden page to others', async (t) => {
  const house = await testApp(t)
  const world = await insertWorld(house.db, house.clock.now())
  const { rotation, draftId, draftShiftId, publicationId } = world
  const ids = {
    rotation: rotation.id,
    draft: draftId,
    draftShift: draftShiftId,
    publication: publicationId,
    person: world.bo.id,
    season: world.season.seasonId,
    goal: world.season.goalId,
    area: world.themes.areaId,
    webhook: world.hooks.webhookId
  }
  const addressOf = (path: string) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name as keyof typeof ids])
  for (const role of ROLES) {
    const client = house.as(world[role])
    const letter = { amara: 'e', lars: 'l', helge: 'h', ada: 'a' }[role]
    for (const [path, open] of Object.entries(PAGES)) {
      const reply = await client.send('GET', addressOf(path), { headers: HTML })
      t.equal(reply.statusCode, open.includes(letter) ? 200 : 403, `${role} gets ${path}`)
      if (!open.includes(letter))
        t.match(reply.body, /This is not open to you|declared, changed and closed by HR/, path)
    }
    for (const [path, open] of Object.entries(FORMS)) {
      if (open.includes(letter)) continue
      const reply = await client.send('POST', addressOf(path), { headers: HTML, payload: {} })
      t.equal(reply.statusCode, 403, `${role} sends nothing to ${path}`)
    }
  }
  const nobody = await house.app.inject({ url: '/plan', headers: HTML })
  t.match([nobody.statusCode, nobody.headers.location], [303, '/sign-in?back=%2Fplan'])
})
