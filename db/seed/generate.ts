import { type Founding, foundCompany } from './found-company.ts'
import { idMaker } from './ids.ts'
import { AREAS } from './learnings/areas.ts'
import { STORIES } from './learnings/stories.ts'
import { leadsOf } from './people/organise.ts'
import type { Company } from './plan/company.ts'
import type { Seat } from './plan/seat.ts'
import { randomFor } from './random.ts'
import { auditOf, changesOf, noticesOf } from './story/announce.ts'
import { answerReporters, auditThemes } from './story/answer-reporters.ts'
import { auditSeasons, declareSeasons, showEvidence } from './story/declare-seasons.ts'
import { type Gathered, gatherThemes } from './story/gather-themes.ts'
import { guessSeasons } from './story/guess-seasons.ts'
import { hearThemes } from './story/hear-themes.ts'
import { bookHours } from './story/hours.ts'
import { liveYear } from './story/live-year.ts'
import { makeAreas, makeRates } from './story/product-areas.ts'
import { answerSurveys, fallSilent, feelAfterwards, serveCustomers } from './story/serve-customers.ts'
import { tellLearnings } from './story/tell-learnings.ts'
import { leaveNotes, writeCards } from './story/write-cards.ts'

/** Everything the seed writes, as rows, in memory. Pure: the same founding gives the same rows. */
export type Generated = ReturnType<typeof generate>

export function generate(founding: Founding) {
  const { seed, calendar } = founding
  const { now } = calendar
  const id = idMaker(randomFor(seed, 'story ids'))
  const random = (purpose: string) => randomFor(seed, purpose)
  const { company, grants } = foundCompany(founding)
  const published = liveYear(company, { random: random('year'), id })
  const latest = published.slice(-company.rotations.length)
  const seats = published.flatMap((publication) => publication.seats)
  const areas = makeAreas(company, id)
  const areaOf = (key: string) => {
    const story = STORIES[key]
    return areas.find(({ name }) => story && name === AREAS[story.area].name)?.id ?? null
  }
  const told = tellLearnings(seats, { calendar, random: random('learnings'), id, areaOf })
  const gathered = gatherThemes(told.tales, { company, areas, id })
  const ledger = bookHours(seats, { company, random: random('hours'), id })
  const season = tellSeasons(founding, { company, areas, seats, gathered })
  const cardId = idMaker(random('card ids'))
  const announce = { random: random('notices'), id, now }
  return {
    cast: company.cast,
    teams: company.teams,
    employees: company.people.map(({ row }) => row),
    teamLeads: leadsOf(company.people),
    grants,
    absences: [...company.absences.values()].flat(),
    quotas: company.quotas,
    rotations: company.rotations.map(({ row }) => row),
    rotationSlots: company.rotations.flatMap(({ slots }) => slots),
    drafts: published.map(({ draft }) => draft),
    draftShifts: published.flatMap(({ draftShifts }) => draftShifts),
    draftAssignments: published.flatMap(({ draftAssignments }) => draftAssignments),
    publications: published.map(({ row }) => row),
    shifts: published.flatMap(({ shifts }) => shifts),
    assignments: seats.map(({ row }) => row),
    publicationChanges: published.flatMap(changesOf),
    ledgerEntries: ledger,
    productAreas: areas,
    hourlyRates: makeRates(company, id),
    learnings: told.tales.map(({ row }) => row),
    nothingNewAnswers: fallSilent(told.nothingNew, seats, { calendar, random: random('silence') }),
    themes: gathered.map(({ theme }) => theme),
    themeLearnings: gathered.flatMap(({ memberships }) => memberships),
    themeMerges: gathered.flatMap(({ merge }) => merge ?? []),
    themeDecisions: gathered.flatMap(({ decisions }) => decisions),
    themeHearings: hearThemes(gathered, company, id),
    shiftCards: writeCards(company, cardId),
    shiftHandovers: leaveNotes(seats, company, cardId),
    ...season.rows,
    notices: [
      ...latest.flatMap((publication) => noticesOf(publication, announce)),
      ...answerReporters(gathered, company, id)
    ],
    auditEntries: [
      ...published.flatMap((publication) => auditOf(publication, id)),
      ...auditThemes(gathered, id),
      ...season.audit
    ]
  }
}

/** Three seasons, what leaders guessed and what people said of their shifts, with chance and ids of their own. */
function tellSeasons(
  { seed, calendar }: Founding,
  {
    company,
    areas,
    seats,
    gathered
  }: { company: Company; areas: ReturnType<typeof makeAreas>; seats: Seat[]; gathered: Gathered[] }
) {
  const id = idMaker(randomFor(seed, 'season ids'))
  const random = (purpose: string) => randomFor(seed, purpose)
  const declared = declareSeasons(company, id)
  const areaIdOf = (wanted: string) => areas.find(({ name }) => name === wanted)?.id
  const { guesses, pains } = guessSeasons(declared, { company, areas, random: random('guesses'), id })
  const { cases, counts } = serveCustomers(seats, { calendar, random: random('cases'), id })
  return {
    rows: {
      seasons: declared.map(({ goals: _, ...season }) => season),
      seasonGoals: declared.flatMap(({ goals }) => goals.map(({ area: _, ...goal }) => goal)),
      goalEvidence: showEvidence(declared, gathered, { company, areaIdOf, id }),
      seasonGuesses: guesses,
      guessedPains: pains,
      servedCases: cases,
      servedCounts: counts,
      csatAnswers: answerSurveys({ calendar, random: random('surveys'), id }, company.cast.hr.row.id),
      shiftMoods: feelAfterwards(seats, { calendar, random: random('moods') })
    },
    audit: auditSeasons(declared, id)
  }
}
