import { all, type Row } from './row.ts'

export const notices: Record<string, Row> = {
  readAllNotices: { body: () => ({}), statuses: all(204) },
  readNoticePreferences: { statuses: all(200) },
  chooseNoticePreferences: { body: () => ({ modes: { hours: 'at_once' } }), statuses: all(200) },
  listDeliveries: { statuses: { ...all(403), admin: [200] } },
  resendDelivery: { statuses: { ...all(403, 403, 403, 403), admin: [200, 200, 200, 404] } }
}
