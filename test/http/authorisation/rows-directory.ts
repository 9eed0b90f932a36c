import { all, ledTeam, type Row, staff } from './row.ts'

const PERIOD = { fromOn: '2027-01-01', toOn: '2027-04-01' }

export const signIn: Record<string, Row> = {
  readHealth: { public: 200 },
  readReadiness: { public: 200 },
  signInWithLink: { body: () => ({ linkToken: 'no such token' }), public: 401 },
  endSessionsByProvider: {
    body: () => 'logout_token=x',
    contentType: 'application/x-www-form-urlencoded',
    public: 404
  },
  listMySessions: { statuses: all(200) },
  endMyOtherSessions: { statuses: all(200) },
  endMySession: { statuses: all(204, 404, 404, 404) },
  readSignIns: { statuses: { ...all(403, 403, 403, 403), admin: [200, 200, 200, 404] } },
  endSessionsOf: { statuses: { ...all(403, 403, 403, 403), admin: [200, 200, 200, 404] } },
  unlinkIdentity: { statuses: { ...all(403, 403, 403, 403), admin: [204, 204, 204, 404] } },
  renewAccessToken: { statuses: all(201) },
  signOut: { statuses: all(204) },
  readMe: { statuses: all(200) },
  readInbox: { statuses: all(200) },
  readNotice: { statuses: all(204, 404, 404, 404) }
}

export const directory: Record<string, Row> = {
  listEmployees: { statuses: all(200) },
  readEmployee: { statuses: all(200, 200, 200, 404) },
  changeEmployee: {
    body: () => ({ readiness: 'ready' }),
    statuses: {
      ...staff([204, 204, 204, 404], [403, 403, 403, 403]),
      lead: [204, 204, 403, 404],
      otherLead: [403, 403, 204, 404]
    }
  },
  deactivateEmployee: { statuses: staff([409, 200, 200, 404], [403, 403, 403, 403]) },
  giveRole: { statuses: { ...all(403, 403, 403, 403), admin: [204, 204, 204, 404] } },
  takeRole: { statuses: { ...all(403, 403, 403, 403), admin: [204, 204, 204, 404] } },
  listTeams: { statuses: all(200) },
  readTeam: { statuses: all(200, 200, 200, 404) },
  changeTeam: {
    body: () => ({ supportCap: 3 }),
    statuses: {
      ...staff([204, 204, 204, 404], [403, 403, 403, 403]),
      lead: [204, 204, 403, 404],
      otherLead: [403, 403, 204, 404]
    }
  },
  nameLeads: {
    body: (_, { lars }) => ({ employeeIds: [lars.id] }),
    statuses: staff([204, 204, 204, 404], [403, 403, 403, 403])
  },
  importEmployees: {
    body: () => 'name,email,team,time_zone,country,joined_on\n',
    contentType: 'text/csv',
    query: { dryRun: 'true' },
    statuses: staff([200], [403])
  },
  listMyAbsences: { statuses: all(200) },
  noteAbsence: {
    body: () => ({ startsAt: '2027-05-01T00:00:00Z', endsAt: '2027-05-02T00:00:00Z', kind: 'leave' }),
    statuses: all(201)
  },
  deleteMyAbsence: { statuses: all(204, 404, 404, 404) }
}

export const availability: Record<string, Row> = {
  reportSick: { body: () => ({}), statuses: all(201) },
  reportAwayToday: { body: () => ({}), statuses: { ...ledTeam(201), otherLead: [201, 403, 201, 404] } },
  readMyUnavailableHours: { statuses: all(200) },
  replaceMyUnavailableHours: {
    body: () => ({ hours: [{ weekday: 1, startsAt: '15:00', endsAt: '16:00' }] }),
    statuses: all(200)
  },
  readMyCalendar: { statuses: all(404) },
  subscribeToCalendar: { body: () => ({ address: 'https://127.0.0.1/me.ics' }), statuses: all(422) },
  unsubscribeFromCalendar: { statuses: all(404) },
  importAbsences: {
    body: () => 'email,from_on\n',
    contentType: 'text/csv',
    query: { dryRun: 'true' },
    statuses: staff([200], [403])
  },
  readTeamAbsences: { query: PERIOD, statuses: ledTeam(200) },
  readMyWishes: { statuses: all(200) },
  replaceMyWishes: {
    body: () => ({ wishes: [{ weekday: 1, part: 'morning', level: 'love' }] }),
    statuses: all(200)
  },
  readTeamWishes: { statuses: ledTeam(200) },
  listCompanyDays: { query: PERIOD, statuses: all(200) },
  addCompanyDay: {
    body: () => ({ onDay: '2027-12-24', name: 'Christmas Eve' }),
    statuses: { ...all(403), admin: [201] }
  },
  deleteCompanyDay: { statuses: { ...all(403, 403, 403, 403), admin: [204, 204, 204, 404] } }
}
