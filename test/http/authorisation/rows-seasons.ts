import { all, type Persona, type Row, type Statuses, seenByLeads, staff } from './row.ts'

const GOALS = [
  { goal: 'Pairing works', measure: 'Fewer learnings', strategyLine: 'Easy for everybody' },
  { goal: 'Bills explain themselves', measure: 'Fewer calls', strategyLine: 'Easy for everybody' }
]
/** Seasons belong to the company: own, team and foreign are one. */
const everybody = (status: number): Record<Persona, Statuses> => all(status, status, status, 404)
const declarers = (status: number) => staff([status, status, status, 404], [403, 403, 403, 403])

export const seasons: Record<string, Row> = {
  listSeasons: { statuses: all(200) },
  readSeason: { statuses: everybody(200) },
  readClosing: { statuses: everybody(200) },
  declareSeason: {
    body: () => ({ quarter: '2027-Q3', goals: GOALS }),
    statuses: staff([201], [403])
  },
  changeSeason: { body: () => ({ name: 'Spring' }), statuses: declarers(200) },
  closeSeason: { statuses: declarers(409) },
  attachEvidence: {
    body: (_, { belongings, amara }) => ({
      kind: 'learning',
      id: belongings.get(amara.id)!.learningId
    }),
    statuses: everybody(201)
  },
  detachEvidence: {
    statuses: {
      ...all(204, 403, 403, 404),
      hr: [204, 204, 204, 404],
      admin: [204, 204, 204, 404]
    }
  },
  makeGuess: {
    body: () => ({ servedWellPercent: 80, pains: [{ words: 'Pairing' }] }),
    statuses: { ...all(403, 403, 403, 403), lead: [200, 200, 200, 404], otherLead: [200, 200, 200, 404] }
  },
  readMyGuess: { statuses: all(404, 404, 404, 404) },
  readGap: { statuses: everybody(200) },
  readMyCases: { statuses: all(200, 403, 403, 404) },
  answerCase: { body: () => ({ servedWell: 'yes' }), statuses: all(201, 403, 403, 404) },
  takeBackCase: { statuses: all(204, 404, 404, 404) },
  countCases: { body: () => ({ yes: 1, no: 0, unsure: 0 }), statuses: all(200, 403, 403, 404) },
  tellMood: { body: () => ({ mood: 4 }), statuses: all(200, 403, 403, 404) },
  importCsat: {
    body: () => 'reference,answered_on,score\n',
    contentType: 'text/csv',
    query: { dryRun: 'true' },
    statuses: staff([200], [403])
  },
  readLeadershipParticipation: { statuses: all(200) },
  downloadLeadershipParticipation: { statuses: all(200) },
  readLeadersFirst: { statuses: all(200) },
  setLeadersFirst: {
    body: () => ({ isOn: false, reason: 'Trial' }),
    statuses: staff([200], [403])
  },
  readPlanningPolicy: { statuses: all(200) },
  setPlanningPolicy: {
    body: () => ({
      ...{ evenLoad: 'usual', evenUnpopular: 'more', wishes: 'usual', promises: 'usual' },
      reason: 'Evenings fall on the same people'
    }),
    statuses: { ...all(403), admin: [200] }
  },
  readLeadersFirstOfDraft: { statuses: seenByLeads },
  readDecayWatch: { statuses: all(200) },
  downloadDecayWatch: { statuses: all(200) },
  decideReview: {
    body: () => ({ decision: 'keep', reason: 'It was the summer' }),
    statuses: {
      ...all(403, 403, 403, 404),
      hr: [200, 200, 200, 404]
    }
  },
  nameReviewOwner: {
    body: (_, { eva }) => ({ employeeId: eva.id }),
    statuses: {
      ...all(403, 403, 403, 404),
      hr: [200, 200, 200, 404]
    }
  }
}
