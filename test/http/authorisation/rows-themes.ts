import { all, type Persona, type Row, type Statuses, staff } from './row.ts'

/** One's own, and anybody's for hosts, leads, HR and administrators. */
const curating = (allowed: number): Record<Persona, Statuses> => ({
  ...all(allowed, allowed, allowed, 404),
  employee: [allowed, 403, 403, 404]
})

/** One's own, and those of people of a team that one leads. */
const leading = (allowed: number): Record<Persona, Statuses> => ({
  ...all(allowed, 403, 403, 404),
  lead: [allowed, allowed, 403, 404],
  otherLead: [allowed, 403, allowed, 404]
})

const anyArea = staff([204, 204, 204, 404], [403, 403, 403, 403])

const learnings: Record<string, Row> = {
  changeLearning: { body: () => ({ minutesLost: 5 }), statuses: all(200, 403, 403, 404) },
  // Fix-it time follows from the learnings of this world.
  withdrawLearning: { statuses: all(409, 403, 403, 404) },
  listAreas: { statuses: all(200) },
  addArea: { body: () => ({ name: 'Billing' }), statuses: staff([201], [403]) },
  changeArea: { body: () => ({ name: 'Billing' }), statuses: anyArea },
  deleteArea: { statuses: anyArea },
  archiveArea: { statuses: anyArea },
  restoreArea: { statuses: anyArea },
  listHourlyRates: { statuses: all(200) },
  setHourlyRate: {
    body: () => ({ fromOn: '2027-01-01', perHour: 650, currency: 'NOK' }),
    statuses: staff([201], [403])
  }
}

export const themes: Record<string, Row> = {
  ...learnings,
  listThemes: { statuses: all(200) },
  listLeadershipThemes: { statuses: all(200) },
  readTheme: { statuses: all(200, 200, 200, 404) },
  downloadThemes: { statuses: all(200) },
  downloadThemeLearnings: { statuses: all(200, 200, 200, 404) },
  createTheme: { body: () => ({ title: 'Codes expire' }), statuses: all(201) },
  changeTheme: { body: () => ({ title: 'Codes expire soon' }), statuses: curating(200) },
  placeLearning: { body: (_, { themes: { spareId } }) => ({ themeId: spareId }), statuses: curating(204) },
  takeOutLearning: { statuses: curating(204) },
  mergeTheme: { body: (_, { themes: { spareId } }) => ({ intoId: spareId }), statuses: curating(200) },
  unmergeTheme: { statuses: all(409, 409, 409, 404) },
  // A split leaves something behind, and there is one learning only.
  splitTheme: {
    body: ({ params }) => ({ title: 'Half of it', learningIds: [params.learningId] }),
    statuses: curating(409)
  },
  decideTheme: { body: () => ({ decision: 'doing', reason: 'We do it now' }), statuses: leading(201) },
  nameThemeOwner: {
    body: (_, { sofie }) => ({ ownerId: sofie.id, reason: 'Hers is the hub' }),
    statuses: { ...leading(200), hr: [200, 200, 200, 404], admin: [200, 200, 200, 404] }
  },
  answerHearing: { body: () => ({ answer: 'By Friday' }), statuses: all(201, 404, 404, 404) }
}
