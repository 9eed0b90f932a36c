import { instantOf } from '../../src/engine/time/instant-of.ts'
import type { LocalDate } from '../../src/engine/time/local.ts'
import { type Calendar, HOME_ZONE } from './calendar.ts'
import { idMaker, type MakeId } from './ids.ts'
import { drawAbsences } from './people/absences.ts'
import { makePeople, type Post, postsOf } from './people/make-people.ts'
import { castOf, grantRoles, withManagers } from './people/organise.ts'
import { SUPPORT, TEAMS } from './people/teams.ts'
import type { Company } from './plan/company.ts'
import { makeQuotas } from './plan/quotas.ts'
import { makeRotations } from './plan/rotations.ts'
import { randomFor } from './random.ts'

export interface Founding {
  readonly people: number
  readonly seed: number
  readonly calendar: Calendar
  readonly holidays: Readonly<Record<string, readonly LocalDate[]>>
}

/** At most an eighth of a team is on support at once, so that its own work goes on; of Support, a quarter. */
const CAP_SHARE = { support: 1 / 4, others: 1 / 8 }

/** Makes the company as it is before anybody plans a shift: people, teams, roles, absences, rotations, quotas. */
export function foundCompany({ people: size, seed, calendar, holidays }: Founding) {
  const id = idMaker(randomFor(seed, 'company ids'))
  const random = (purpose: string) => randomFor(seed, purpose)
  const posts = postsOf(size, random('posts'))
  const teams = teamRows(posts, id)
  const teamIds = new Map(teams.map((team) => [team.name, team.id]))
  const drawn = withManagers(
    makePeople(posts, { calendar, random: random('people'), id, teamIds }),
    random('managers')
  )
  const granted = grantRoles(drawn, castOf(drawn))
  const { people } = granted
  const cast = castOf(people)
  const company: Company = {
    calendar,
    teams,
    people,
    cast,
    absences: drawAbsences(people, { calendar, random: random('absences'), id }),
    rotations: makeRotations(people, { calendar, teamIds, id }),
    quotas: makeQuotas(people, cast, { calendar, teamIds, id }),
    holidays
  }
  return { company, grants: granted.grants }
}

function teamRows(posts: readonly Post[], id: MakeId): Company['teams'] {
  const foundedAt = instantOf('2014-03-03', '09:00', HOME_ZONE)
  return TEAMS.map(({ name }) => {
    const size = posts.filter(({ team }) => team.name === name).length
    const share = name === SUPPORT ? CAP_SHARE.support : CAP_SHARE.others
    return {
      id: id(foundedAt),
      name,
      supportCap: Math.max(name === SUPPORT ? 3 : 2, Math.ceil(size * share))
    }
  })
}
