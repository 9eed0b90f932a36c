import type { Actor } from './context.ts'

/** How somebody may stand to a person, a team or a thing, and what that is called in src/permissions.md. */
export const STANDINGS = {
  self: 'the person',
  team: 'people of the same team',
  lead: 'leads of that team',
  owner: 'who owns it',
  ownersLead: "leads of the owner's team",
  host: 'hosts',
  anyLead: 'whoever leads a team',
  executive: 'executives',
  hr: 'HR',
  admin: 'administrators'
} as const
export type Standing = keyof typeof STANDINGS

interface Permission {
  /** What one may do, as the docs say it. */
  what: string
  who: readonly Standing[]
}

/**
 * Who may do what to which object, and see or change which field of it: the one place where that is declared. Use cases
 * ask `may` beside the data. Who may call a route at all is declared at the route (`config.access`), and may be narrower.
 * What only its own person ever sees is not here: its queries ask for the actor's own rows.
 */
export const PERMISSIONS = {
  'person.see': {
    what: 'See all that is held of a person; everybody sees name, title, team and time zone',
    who: ['self', 'lead', 'hr', 'admin']
  },
  'person.see-leavers': { what: 'See who has left', who: ['hr', 'admin'] },
  'person.change': { what: 'Change any field of a person but roles', who: ['hr', 'admin'] },
  'person.change-work': {
    what: 'Change readiness and working time of a person',
    who: ['lead', 'hr', 'admin']
  },
  'person.look-closely': {
    what: 'See the participation of single people outside of teams that one leads, for a recorded purpose',
    who: ['hr']
  },
  'participation.see-all': { what: 'See participation of every team; leads see that of theirs', who: ['hr'] },
  'team.change': { what: 'Change any field of a team', who: ['hr', 'admin'] },
  'team.change-cap': { what: 'Change how many of a team sit at once', who: ['lead', 'hr', 'admin'] },
  'team.see-away': {
    what: "See a team's absences (never of what kind) and wishes (never why)",
    who: ['lead', 'hr']
  },
  'absence.report-today': { what: 'Say that a person is away today', who: ['self', 'lead', 'hr'] },
  'exemption.see': {
    what: 'See that a person is exempt, until when, and reasons that are of the work',
    who: ['self', 'team', 'lead', 'hr']
  },
  'exemption.see-private': {
    what: 'See the reason of an exemption whatever it is, the note and the refusal',
    who: ['self', 'lead', 'hr']
  },
  'exemption.decide': { what: "Approve or refuse an exemption, never one's own", who: ['lead', 'hr'] },
  'quota.see-all': { what: "See everybody's quotas; others see what reaches them", who: ['hr', 'admin'] },
  'quota.change': {
    what: 'Set the quota of a team or a person; that of the organisation is for HR and administrators',
    who: ['lead', 'hr', 'admin']
  },
  'hours.see': { what: "See a person's hours, seat by seat", who: ['self', 'lead', 'hr'] },
  'hours.enter': { what: 'Enter and correct hours', who: ['self', 'lead'] },
  'seat.see-reason': { what: 'See why somebody got a seat', who: ['self', 'lead', 'hr', 'admin'] },
  'swap.speak-for': {
    what: 'Propose, answer, withdraw and undo a swap',
    who: ['self', 'lead', 'hr', 'admin']
  },
  'swap.oversee': { what: 'Approve a swap, or answer it for somebody', who: ['lead', 'hr', 'admin'] },
  'card.write': { what: "Write a shift's card", who: ['host', 'anyLead', 'admin'] },
  'season.declare': { what: 'Declare, change and close a season', who: ['executive', 'hr', 'admin'] },
  'theme.decide': { what: 'Decide a theme', who: ['owner', 'ownersLead', 'executive'] },
  'theme.name-owner': {
    what: 'Say who owns a theme',
    who: ['owner', 'ownersLead', 'executive', 'hr', 'admin']
  },
  'theme.curate': {
    what: "Change a theme's words, merge and split it",
    who: ['owner', 'ownersLead', 'executive', 'host', 'anyLead', 'hr', 'admin']
  }
} as const satisfies Record<string, Permission>
export type Act = keyof typeof PERMISSIONS

/** Whose object it is. Left out: nobody's, or the company's. */
export interface Whose {
  employeeId?: string | null
  teamId?: string | null
  /** What the actor's roles do not tell and the database does: who owns it, who is an executive. */
  also?: Partial<Record<'owner' | 'ownersLead' | 'executive' | 'host', boolean>>
}

type Asking = Pick<Actor, 'employeeId' | 'teamId' | 'leads' | 'roles'>

/** Whether somebody may do something to an object of this person or team, by the table above. */
export function may(actor: Asking, act: Act, whose: Whose = {}): boolean {
  const who: readonly Standing[] = PERMISSIONS[act].who
  return who.some((standing) => stands(actor, standing, whose))
}

function stands(actor: Asking, standing: Standing, { employeeId, teamId, also = {} }: Whose): boolean {
  switch (standing) {
    case 'self':
      return employeeId === actor.employeeId
    case 'team':
      return teamId === actor.teamId
    case 'lead':
      return typeof teamId === 'string' && actor.leads.includes(teamId)
    case 'anyLead':
      return actor.leads.length > 0
    case 'hr':
    case 'admin':
      return actor.roles.has(standing)
    case 'host':
      return actor.roles.has('host') || also.host === true
    default:
      return also[standing] === true
  }
}
