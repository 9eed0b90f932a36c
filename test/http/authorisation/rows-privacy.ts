import { all, type Row, staff } from './row.ts'

const PERIOD = { fromOn: '2027-01-04', toOn: '2027-03-01' }
const PURPOSE = {
  purpose: 'Adjust the load of who is behind',
  legalBasis: 'Working Environment Act, section 9-1',
  consulted: 'Tillitsvalgt Tora',
  consultedOn: '2027-02-01',
  fromOn: '2027-02-01',
  toOn: '2027-12-31'
}

export const privacy: Record<string, Row | Row[]> = {
  downloadParticipationWorkbook: {
    query: { by: 'team', ...PERIOD },
    statuses: { employee: [403], lead: [200], otherLead: [200], hr: [200], admin: [403] }
  },
  readParticipationOfPeople: {
    query: PERIOD,
    statuses: { employee: [403], lead: [200], otherLead: [200], hr: [403], admin: [403] }
  },
  readMyParticipation: { query: PERIOD, statuses: all(200) },
  readControlMeasures: { statuses: all(200) },
  recordControlMeasure: { body: () => PURPOSE, statuses: { ...all(403), hr: [201] } },
  endControlMeasure: { statuses: { ...all(403, 403, 403, 403), hr: [200, 200, 200, 404] } },
  readMyViews: { statuses: all(200) },
  exportMyself: { statuses: all(200) },
  exportPerson: { statuses: { ...all(403, 403, 403, 403), hr: [200, 200, 200, 404] } },
  erasePerson: {
    body: () => ({ reason: 'Asked for it' }),
    statuses: staff([409, 409, 409, 404], [403, 403, 403, 403])
  },
  readRetention: { statuses: all(200) },
  setRetention: { body: () => ({ days: 100 }), statuses: staff([200, 200, 200, 400], [403, 403, 403, 403]) }
}
