import { all, type Row } from './row.ts'

const PERIOD = { fromOn: '2027-01-01', toOn: '2027-04-01' }

export const hours: Record<string, Row> = {
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
