import { all, type Row } from './row.ts'

const admins = (status: number) => ({ ...all(403), admin: [status] as [number] })

export const operations: Record<string, Row> = {
  listJobs: { statuses: admins(200) },
  requestJobRun: { statuses: { ...all(403, 403, 403, 403), admin: [404, 404, 404, 404] } }
}
