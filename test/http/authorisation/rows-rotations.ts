import { all, managed, type Persona, type Row, type Statuses, seenByLeads, staff } from './row.ts'

const PERIOD = { fromOn: '2027-01-01', toOn: '2027-04-01' }

const CARD = () => ({ thingsToKnow: ['Billing is late'], revision: 0 })
/** Leads write cards and administrators do, hosts too; nobody else. */
const writers: Record<Persona, Statuses> = {
  employee: [403, 403, 403, 403],
  lead: [200, 200, 200, 404],
  otherLead: [200, 200, 200, 404],
  hr: [403, 403, 403, 403],
  admin: [200, 200, 200, 404]
}
/** For those who were on it; its end is three days ago. */
const handing = all(409, 403, 403, 404)

export const cards: Record<string, Row> = {
  readRotationCard: { statuses: all(200, 200, 200, 404) },
  writeRotationCard: { body: CARD, statuses: writers },
  readShiftCard: { statuses: all(200, 200, 200, 404) },
  writeShiftCard: { body: CARD, statuses: writers },
  leaveHandover: { body: () => ({ note: 'Call back Mrs Holm' }), statuses: handing },
  takeHandoverBack: { statuses: handing }
}

export const planning: Record<string, Row> = {
  listRotations: { statuses: all(200) },
  createRotation: {
    body: () => ({
      name: 'Night',
      timeZone: 'Europe/Oslo',
      slots: [{ weekday: 1, startsAt: '09:00', endsAt: '13:00' }],
      seats: { min: 1, desired: 2, max: 3 },
      hostsRequired: 1,
      validFrom: '2027-01-01',
      holidayCountry: 'NO',
      holidayRule: 'skip'
    }),
    statuses: staff([201], [403])
  },
  readRotation: { statuses: all(200, 200, 200, 404) },
  changeRotation: { body: () => ({ spacingDays: 7 }), statuses: managed(200) },
  previewRotation: { query: PERIOD, statuses: all(200, 200, 200, 404) },
  listDrafts: { statuses: seenByLeads },
  createDraft: { body: () => ({ fromOn: '2027-07-01', toOn: '2027-07-08' }), statuses: managed(201) },
  readDraft: { statuses: seenByLeads },
  readDraftChanges: { statuses: seenByLeads },
  readDraftFairness: { statuses: seenByLeads },
  explainDraftShift: { statuses: seenByLeads },
  explainAssignment: {
    statuses: {
      employee: [200, 403, 403, 404],
      lead: [200, 200, 403, 404],
      otherLead: [200, 403, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 200, 200, 404]
    }
  },
  askWhatIf: {
    body: ({ employeeId }, { rotation }) => ({
      rotationId: rotation.id,
      employeeId,
      quota: { hours: 8, weeks: 4 }
    }),
    named: true,
    statuses: {
      employee: [200, 403, 403, 404],
      lead: [200, 200, 403, 404],
      otherLead: [200, 403, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 200, 200, 404]
    }
  },
  watchDraft: { statuses: seenByLeads },
  // Only Amara has a seat in the draft.
  pinSeat: { statuses: staff([404, 204, 404, 404], [403, 403, 403, 403]) },
  releasePin: { statuses: staff([404, 204, 404, 404], [403, 403, 403, 403]) },
  stopPlanning: { statuses: managed(202) },
  discardDraft: { statuses: managed(204) },
  listPublications: { statuses: seenByLeads },
  publishDraft: {
    body: (_, { draftId }) => ({ draftId, leadersOverride: 'A test' }),
    statuses: managed(201)
  },
  readPublication: { statuses: seenByLeads },
  revertPublication: { statuses: managed(200) }
}

const LEARNING = { type: 'bug', triedTo: 'Pair the hub', obstacle: 'The code had expired' }

export const afterwards: Record<string, Row> = {
  readMyShifts: { statuses: all(200) },
  readNow: { statuses: all(200) },
  listShifts: { query: PERIOD, statuses: all(200) },
  readShift: { statuses: all(200, 200, 200, 404) },
  submitLearning: { body: () => LEARNING, statuses: all(201, 403, 403, 404) },
  answerNothingNew: { statuses: all(200, 403, 403, 404) },
  listLearnings: { statuses: all(200) },
  listLearningsOwed: { statuses: all(200) },
  readLearning: { statuses: all(200, 200, 200, 404) },
  readParticipation: {
    query: { by: 'team', ...PERIOD },
    statuses: { employee: [403], lead: [200], otherLead: [200], hr: [200], admin: [403] }
  },
  downloadParticipation: {
    query: { by: 'team', ...PERIOD },
    statuses: { employee: [403], lead: [200], otherLead: [200], hr: [200], admin: [403] }
  }
}
