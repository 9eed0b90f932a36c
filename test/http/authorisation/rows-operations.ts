import { all, type Row } from './row.ts'

const admins = (status: number) => ({ ...all(403), admin: [status] as [number] })

export const operations: Record<string, Row> = {
  listJobs: { statuses: admins(200) },
  listFeeds: { statuses: all(200) },
  makeFeed: { body: () => ({ purpose: 'own' }), statuses: all(201) },
  revokeFeed: { statuses: all(204, 404, 404, 404) },
  requestJobRun: { statuses: { ...all(403, 403, 403, 403), admin: [404, 404, 404, 404] } }
}
