import { all, type Row } from './row.ts'

const admins = (status: number) => ({ ...all(403), admin: [status] as [number] })

/** What belongs to the company: own, team and foreign are one. */
const adminsOn = (status: number) => ({
  ...all(403, 403, 403, 403),
  admin: [status, status, status, 404] as [number, number, number, number]
})

const HOOK = { url: 'https://hooks.example.com/in', description: 'Warehouse', events: ['hours.confirmed'] }

/** HR and administrators; a report of nobody we know is refused by its line. */
const office = (status: number) => ({ ...all(403), hr: [status] as [number], admin: [status] as [number] })

const REPORT = {
  externalId: '1',
  person: 'nobody@example.com',
  from: '2027-02-26T09:00:00Z',
  to: '2027-02-26T10:00:00Z'
}

export const operations: Record<string, Row> = {
  reportActivity: { body: () => ({ reports: [REPORT] }), statuses: office(200) },
  importActivity: {
    query: { from: 'kundo', map: 'person=who' },
    contentType: 'text/csv',
    body: () => 'who,at\nnobody@example.com,2027-02-26 09:00\n',
    statuses: office(422)
  },
  listJobs: { statuses: admins(200) },
  readAudit: { statuses: admins(200) },
  listFeeds: { statuses: all(200) },
  makeFeed: { body: () => ({ purpose: 'own' }), statuses: all(201) },
  revokeFeed: { statuses: all(204, 404, 404, 404) },
  listMyKeys: { statuses: all(200) },
  makeKey: {
    body: () => ({ name: 'Export', scopes: ['me:read'], expiresAt: '2027-04-01T00:00:00Z' }),
    statuses: all(201)
  },
  revokeMyKey: { statuses: all(204, 404, 404, 404) },
  listAllKeys: { statuses: admins(200) },
  revokeAnyKey: { statuses: adminsOn(204) },
  // No Slack in this house; `test/http/slack/linking.test.ts` has one.
  readSlackState: { statuses: admins(404) },
  listSlackLinks: { statuses: admins(404) },
  listWebhooks: { statuses: admins(200) },
  addWebhook: { body: () => HOOK, statuses: admins(201) },
  changeWebhook: { body: () => ({ isEnabled: false }), statuses: adminsOn(200) },
  removeWebhook: { statuses: adminsOn(204) },
  rotateWebhookSecret: { statuses: adminsOn(200) },
  pingWebhook: { statuses: adminsOn(202) },
  listWebhookDeliveries: { statuses: adminsOn(200) },
  resendWebhookDelivery: { statuses: adminsOn(202) },
  requestJobRun: { statuses: { ...all(403, 403, 403, 403), admin: [404, 404, 404, 404] } }
}
