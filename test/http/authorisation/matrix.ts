import type { World } from '../../helpers/world.ts'

/** Those who try. Olav sits in the same team as Amara and leads another one. */
export const PERSONAS = ['employee', 'lead', 'otherLead', 'hr', 'admin'] as const
export type Persona = (typeof PERSONAS)[number]

/** What they try it on, seen from who tries: their own, a colleague's of the same team, another team's, nobody's. */
export const OBJECTS = ['own', 'team', 'foreign', 'missing'] as const
export type ObjectKind = (typeof OBJECTS)[number]

export const personOf = (world: World, persona: Persona) =>
  ({ employee: world.amara, lead: world.lars, otherLead: world.olav, hr: world.helge, admin: world.ada })[
    persona
  ]

/** A person with all that belongs to them, as the object of a request. */
export interface Subject {
  employeeId: string
  teamId: string
  params: Record<string, string>
}

const NOBODY = '00000000-0000-7000-8000-00000000dead'

export function subjectOf(world: World, persona: Persona, kind: ObjectKind): Subject {
  if (kind === 'missing') {
    const params = new Proxy({}, { get: (_, name) => (name === 'role' ? 'hr' : NOBODY) })
    return { employeeId: NOBODY, teamId: NOBODY, params }
  }
  const self = personOf(world, persona)
  const colleague = persona === 'employee' ? world.bo : world.amara
  const person = { own: self, team: colleague, foreign: world.hanna }[kind]
  const { endedAssignmentId, ...things } = world.belongings.get(person.id)!
  const { draftId, draftShiftId, publicationId } = world
  const params = {
    ...things,
    assignmentId: endedAssignmentId,
    employeeId: person.id,
    teamId: person.teamId,
    rotationId: world.rotation.id,
    quotaId: world.quota.id,
    draftId,
    draftShiftId,
    publicationId,
    companyDayId: world.companyDay.id,
    swapId: world.swapIds.get(person.id)!,
    role: 'hr'
  }
  return { employeeId: person.id, teamId: person.teamId, params }
}

/** Statuses for own, team, foreign and missing, or one status where the address names no object. */
export type Statuses = [number, number, number, number] | [number]

export interface Row {
  body?: (subject: Subject, world: World) => unknown
  contentType?: string
  query?: Record<string, string>
  /** The body names the object, the address does not. */
  named?: true
  /** Whoever may come without signing in; the status then holds for everybody. */
  public?: number
  statuses?: Record<Persona, Statuses>
}

const all = (...statuses: Statuses): Record<Persona, Statuses> => ({
  employee: statuses,
  lead: statuses,
  otherLead: statuses,
  hr: statuses,
  admin: statuses
})

/** HR and administrators get one answer, everybody else another. */
const staff = (allowed: Statuses, refused: Statuses): Record<Persona, Statuses> => ({
  ...all(...refused),
  hr: allowed,
  admin: allowed
})

const PERIOD = { fromOn: '2027-01-01', toOn: '2027-04-01' }

const signIn: Record<string, Row> = {
  readHealth: { public: 200 },
  readReadiness: { public: 200 },
  signInWithLink: { body: () => ({ linkToken: 'no such token' }), public: 401 },
  renewAccessToken: { statuses: all(201) },
  signOut: { statuses: all(204) },
  readMe: { statuses: all(200) },
  readInbox: { statuses: all(200) },
  readNotice: { statuses: all(204, 404, 404, 404) }
}

const directory: Record<string, Row> = {
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

/** What leads know of the people of the teams they lead, and HR of everybody. */
const ledTeam = (status: number): Record<Persona, Statuses> => ({
  ...all(403, 403, 403, 403),
  lead: [status, status, 403, 404],
  otherLead: [403, 403, status, 404],
  hr: [status, status, status, 404]
})

const availability: Record<string, Row> = {
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

const hours: Record<string, Row> = {
  listQuotas: { statuses: all(200) },
  readMyDue: { query: PERIOD, statuses: all(200) },
  readMyBalance: { query: PERIOD, statuses: all(200) },
  readMyHours: { statuses: all(200) },
  readEmployeeHours: {
    statuses: {
      employee: [200, 404, 404, 404],
      lead: [200, 200, 404, 404],
      otherLead: [200, 404, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 404, 404, 404]
    }
  },
  readSeatHours: {
    statuses: {
      employee: [200, 404, 404, 404],
      lead: [200, 200, 404, 404],
      otherLead: [200, 404, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 404, 404, 404]
    }
  },
  checkIn: {
    statuses: {
      employee: [409, 404, 404, 404],
      lead: [409, 403, 404, 404],
      otherLead: [409, 404, 403, 404],
      hr: [409, 403, 403, 404],
      admin: [409, 404, 404, 404]
    }
  },
  checkOut: {
    statuses: {
      employee: [409, 404, 404, 404],
      lead: [409, 403, 404, 404],
      otherLead: [409, 404, 403, 404],
      hr: [409, 403, 403, 404],
      admin: [409, 404, 404, 404]
    }
  },
  counterMark: {
    body: () => ({ agrees: true }),
    statuses: {
      ...all(403, 403, 403, 403),
      lead: [403, 409, 404, 404],
      otherLead: [403, 404, 409, 404]
    }
  },
  raiseNoShow: {
    statuses: {
      ...all(403, 403, 403, 403),
      lead: [403, 201, 404, 404],
      otherLead: [403, 404, 201, 404],
      hr: [403, 201, 201, 404]
    }
  },
  answerNoShow: {
    body: () => ({ answer: 'I was there' }),
    statuses: {
      employee: [409, 404, 404, 404],
      lead: [409, 409, 404, 404],
      otherLead: [409, 404, 409, 404],
      hr: [409, 409, 409, 404],
      admin: [409, 404, 404, 404]
    }
  },
  withdrawNoShow: {
    statuses: {
      ...all(403, 403, 403, 403),
      lead: [409, 409, 404, 404],
      otherLead: [409, 404, 409, 404],
      hr: [409, 409, 409, 404]
    }
  },
  listMyFixIts: { statuses: all(200) },
  reserveFixIt: {
    body: (_, { belongings, amara }) => ({
      ...{ startsAt: '2027-03-02T08:00:00Z', kind: 'page' },
      learningId: belongings.get(amara.id)!.learningId
    }),
    statuses: all(409, 404, 404, 404)
  },
  completeFixIt: { body: () => ({ outcome: 'Wrote a page' }), statuses: all(200, 404, 404, 404) },
  giveUpFixIt: { statuses: all(204, 404, 404, 404) },
  readHoursPolicy: { statuses: all(200) },
  changeHoursPolicy: {
    body: () => ({ periodMonths: 6, capMinutes: 120 }),
    statuses: { ...all(403), hr: [200] }
  },
  listClosings: { statuses: all(200) },
  closePeriod: { body: () => ({ onDay: '2026-12-01' }), statuses: { ...all(403), hr: [201] } },
  readMyClosedBalances: { statuses: all(200) },
  readClosedBalances: {
    statuses: {
      employee: [200, 404, 404, 404],
      lead: [200, 200, 404, 404],
      otherLead: [200, 404, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 404, 404, 404]
    }
  },
  confirmMyHours: {
    body: (_, world) => ({ assignmentIds: [world.belongings.get(world.amara.id)!.endedAssignmentId] }),
    statuses: { ...all(404), employee: [201] }
  },
  confirmHours: {
    body: () => ({}),
    statuses: {
      employee: [201, 404, 404, 404],
      lead: [201, 201, 404, 404],
      otherLead: [201, 404, 201, 404],
      hr: [201, 403, 403, 404],
      admin: [201, 404, 404, 404]
    }
  },
  correctHours: {
    body: () => ({ minutes: 50, reason: 'Left early' }),
    statuses: {
      employee: [201, 404, 404, 404],
      lead: [201, 201, 404, 404],
      otherLead: [201, 404, 201, 404],
      hr: [201, 403, 403, 404],
      admin: [201, 404, 404, 404]
    }
  },
  creditHours: {
    body: () => ({ minutes: 30, onDay: '2027-02-01', reason: 'Help pages' }),
    statuses: {
      employee: [403, 403, 403, 403],
      lead: [403, 201, 404, 404],
      otherLead: [403, 404, 201, 404],
      hr: [403, 201, 201, 404],
      admin: [403, 403, 403, 403]
    }
  }
}

const quotaOf = (holder: (subject: Subject) => object) => (subject: Subject) => ({
  ...holder(subject),
  hours: 4,
  weeks: 4,
  fromOn: '2027-06-01'
})

const quotas: Record<string, Row | Row[]> = {
  endQuota: {
    body: () => ({ toOn: '2027-06-01' }),
    statuses: {
      ...staff([200, 200, 200, 404], [403, 403, 403, 403]),
      lead: [403, 403, 403, 404],
      otherLead: [403, 403, 403, 404]
    }
  },
  previewQuota: {
    body: quotaOf(({ teamId }) => ({ scope: 'team', teamId })),
    named: true,
    statuses: {
      ...staff([200, 200, 200, 404], [403, 403, 403, 403]),
      lead: [200, 200, 403, 404],
      otherLead: [403, 403, 200, 404]
    }
  },
  setQuota: [
    { body: quotaOf(() => ({ scope: 'organisation' })), statuses: { ...staff([201], [403]) } },
    {
      body: quotaOf(({ teamId }) => ({ scope: 'team', teamId })),
      named: true,
      statuses: {
        ...staff([201, 201, 201, 404], [403, 403, 403, 403]),
        lead: [201, 201, 403, 404],
        otherLead: [403, 403, 201, 404]
      }
    },
    {
      body: quotaOf(({ employeeId }) => ({ scope: 'person', employeeId })),
      named: true,
      statuses: {
        ...staff([201, 201, 201, 404], [403, 403, 403, 403]),
        lead: [201, 201, 403, 404],
        otherLead: [403, 403, 201, 404]
      }
    }
  ]
}

const exemptions: Record<string, Row> = {
  listExemptions: { statuses: all(200) },
  readExemption: {
    statuses: {
      ...all(200, 200, 404, 404),
      otherLead: [200, 200, 200, 404],
      hr: [200, 200, 200, 404]
    }
  },
  askExemption: {
    body: ({ employeeId }) => ({ employeeId, fromOn: '2027-06-01', toOn: '2027-06-08', reason: 'role' }),
    named: true,
    statuses: {
      employee: [201, 404, 404, 404],
      lead: [201, 201, 404, 404],
      otherLead: [201, 404, 201, 404],
      hr: [201, 201, 201, 404],
      admin: [201, 404, 404, 404]
    }
  },
  approveExemption: {
    statuses: {
      employee: [403, 403, 404, 404],
      lead: [403, 200, 404, 404],
      otherLead: [403, 403, 200, 404],
      hr: [403, 200, 200, 404],
      admin: [403, 403, 404, 404]
    }
  },
  refuseExemption: {
    body: () => ({ reason: 'Not now' }),
    statuses: {
      employee: [403, 403, 404, 404],
      lead: [403, 200, 404, 404],
      otherLead: [403, 403, 200, 404],
      hr: [403, 200, 200, 404],
      admin: [403, 403, 404, 404]
    }
  },
  withdrawExemption: {
    statuses: {
      employee: [200, 404, 404, 404],
      lead: [200, 200, 404, 404],
      otherLead: [200, 404, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 404, 404, 404]
    }
  }
}

/** Rotations and what hangs on them belong to the company: own, team and foreign are one. */
const managed = (status: number) => staff([status, status, status, 404], [403, 403, 403, 403])
const seenByLeads: Record<Persona, Statuses> = { ...all(200, 200, 200, 404), employee: [403, 403, 403, 403] }

const planning: Record<string, Row> = {
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
  stopPlanning: { statuses: managed(202) },
  discardDraft: { statuses: managed(204) },
  listPublications: { statuses: seenByLeads },
  publishDraft: { body: (_, { draftId }) => ({ draftId }), statuses: managed(201) },
  readPublication: { statuses: seenByLeads },
  revertPublication: { statuses: managed(200) }
}

const LEARNING = { type: 'bug', triedTo: 'Pair the hub', obstacle: 'The code had expired' }

const afterwards: Record<string, Row> = {
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

/** Eva, or for herself and support Sofie, is asked to take the coming shift; nobody here is asked by anybody else. */
const answering: Record<Persona, Statuses> = {
  employee: [403, 404, 404, 404],
  lead: [403, 403, 404, 404],
  otherLead: [403, 404, 403, 404],
  hr: [403, 403, 403, 404],
  admin: [403, 403, 403, 404]
}
/** Nothing waits for approval: whoever might gets a conflict. Nobody approves what they proposed. */
const approving: Record<Persona, Statuses> = {
  employee: [403, 404, 404, 404],
  lead: [403, 409, 404, 404],
  otherLead: [403, 404, 409, 404],
  hr: [403, 409, 409, 404],
  admin: [403, 409, 409, 404]
}
/** For one's own, of one's team as its lead, of everybody as HR or administrator; others may not. */
const actingFor = (allowed: number, refused: number): Record<Persona, Statuses> => ({
  employee: [allowed, refused, refused, 404],
  lead: [allowed, allowed, refused, 404],
  otherLead: [allowed, refused, allowed, 404],
  hr: [allowed, allowed, allowed, 404],
  admin: [allowed, allowed, allowed, 404]
})

const swaps: Record<string, Row> = {
  listMySwaps: { query: { view: 'asked' }, statuses: all(200) },
  readSwap: { statuses: actingFor(200, 404) },
  proposeSwap: {
    body: ({ employeeId }, world) => {
      const giveAssignmentId = world.belongings.get(employeeId)?.assignmentId ?? NOBODY
      return { giveAssignmentId, asks: [{ employeeId: world.eva.id }] }
    },
    named: true,
    // The seats of this world lie on a Sunday, when Eva is not at work.
    statuses: actingFor(409, 403)
  },
  acceptSwap: { statuses: answering },
  declineSwap: { statuses: answering },
  counterSwap: { body: () => ({}), statuses: answering },
  withdrawSwap: { statuses: actingFor(200, 404) },
  undoSwap: { statuses: actingFor(409, 404) },
  approveSwap: { statuses: approving },
  refuseSwap: { body: () => ({ reason: 'Too many changes' }), statuses: approving },
  listMyOpenSeats: { statuses: all(200) },
  findTakers: { statuses: actingFor(200, 403) },
  // The shift of this world is over.
  findTakersOfShift: { statuses: { ...all(409, 409, 409, 404), employee: [403, 403, 403, 403] } },
  takeSeat: { statuses: all(409, 409, 409, 404) },
  takeNow: {
    statuses: {
      employee: [403, 403, 403, 404],
      lead: [409, 409, 403, 404],
      otherLead: [403, 403, 409, 404],
      hr: [409, 409, 409, 404],
      admin: [409, 409, 409, 404]
    }
  }
}

/** Every operation of the API; the test fails for one that has no row. */
export const MATRIX: Record<string, Row | Row[]> = {
  ...signIn,
  ...directory,
  ...availability,
  ...hours,
  ...quotas,
  ...exemptions,
  ...planning,
  ...afterwards,
  ...swaps
}
