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

export const NOBODY = '00000000-0000-7000-8000-00000000dead'

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
    ...world.season.things.get(person.id)!,
    seasonId: world.season.seasonId,
    goalId: world.season.goalId,
    reviewId: world.season.reviewId,
    ...world.themes.things.get(person.id)!,
    areaId: world.themes.areaId,
    ...world.hooks,
    ...world.provisioned,
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
    controlMeasureId: world.controlMeasureId,
    kind: 'notices',
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

export const all = (...statuses: Statuses): Record<Persona, Statuses> => ({
  employee: statuses,
  lead: statuses,
  otherLead: statuses,
  hr: statuses,
  admin: statuses
})

/** HR and administrators get one answer, everybody else another. */
export const staff = (allowed: Statuses, refused: Statuses): Record<Persona, Statuses> => ({
  ...all(...refused),
  hr: allowed,
  admin: allowed
})

/** What leads know of the people of the teams they lead, and HR of everybody. */
export const ledTeam = (status: number): Record<Persona, Statuses> => ({
  ...all(403, 403, 403, 403),
  lead: [status, status, 403, 404],
  otherLead: [403, 403, status, 404],
  hr: [status, status, status, 404]
})

/** Rotations and what hangs on them belong to the company: own, team and foreign are one. */
export const managed = (status: number) => staff([status, status, status, 404], [403, 403, 403, 403])
export const seenByLeads: Record<Persona, Statuses> = {
  ...all(200, 200, 200, 404),
  employee: [403, 403, 403, 403]
}
