import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { Level } from '../../../src/words.ts'
import type { Calendar } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { Random } from '../random.ts'
import { type Career, careersOf, longAgo } from './careers.ts'
import { nameDrawer } from './draw-name.ts'
import { OFFICES, type Office } from './offices.ts'
import { type Person, readinessOn } from './person.ts'
import { EXECUTIVES, SUPPORT, split, TEAMS, type TeamPlan } from './teams.ts'
import { workingTimeDealer } from './working-time.ts'

/** A place in the company before anybody sits in it. */
export interface Post {
  readonly team: TeamPlan
  readonly office: Office
  readonly level: Level
  readonly title: string
}

interface Draw {
  readonly calendar: Calendar
  readonly random: Random
  readonly id: MakeId
  readonly teamIds: ReadonlyMap<string, string>
}

type Dealer = ReturnType<typeof workingTimeDealer>

/** One lead for each 15 people of a team: what one person can know by name and talk to every week. */
const PEOPLE_PER_LEAD = 15
/** Outside Support: those who worked there once and still host now and then. */
const FORMER_HOSTS = 0.025
/** Below this size the chief executive is the only executive. */
const EXECUTIVES_FROM = 60

/** Lists the posts of a company of a size, executives and leads before staff, so that managers come first. */
export function postsOf(people: number, random: Random): Post[] {
  const executives = people >= EXECUTIVES_FROM ? EXECUTIVES : EXECUTIVES.slice(0, 1)
  const sizes = split(
    people,
    TEAMS.map(({ share }) => share)
  )
  const posts = TEAMS.flatMap((team, at) => {
    const titles = executives.filter((executive) => executive.team === team.name).map(({ title }) => title)
    const drawn = random.shuffled(
      split(sizes[at]!, team.at).flatMap((n, o) => Array<Office>(n).fill(OFFICES[o]!))
    )
    const offices = homeFirst(drawn, titles.length)
    const leads = Math.ceil(offices.length / PEOPLE_PER_LEAD)
    return offices.map((office, place): Post => {
      const title = titles[place]
      if (title) return { team, office, level: 'executive', title }
      if (place < titles.length + leads) return { team, office, level: 'lead', title: team.leadTitle }
      return { team, office, level: 'staff', title: random.pick(team.titles) }
    })
  })
  const rank = { executive: 0, lead: 1, staff: 2 }
  return posts.sort((a, b) => rank[a.level] - rank[b.level])
}

/** Puts as many places at the head office first as there are executives: that is where they sit. */
function homeFirst(offices: readonly Office[], executives: number): Office[] {
  const home = offices.flatMap((office, at) => (office === OFFICES[0] ? [at] : [])).slice(0, executives)
  return [...home.map((at) => offices[at]!), ...offices.filter((_, at) => !home.includes(at))]
}

/** Fills the posts with people: names, careers, working time. Managers are named afterwards. */
export function makePeople(posts: readonly Post[], draw: Draw): Person[] {
  const { calendar, random } = draw
  const careers = careersOf(posts.filter(({ level }) => level === 'staff').length, calendar, random)
  const drawers = new Map(OFFICES.map((office) => [office, nameDrawer(random, office.origins)]))
  const taken = new Set<string>()
  const deal = workingTimeDealer(random)
  return posts.map((post) => {
    const career =
      post.level === 'staff' ? careers.pop()! : { joinedOn: longAgo(calendar, random), leavesOn: null }
    return makePerson(post, career, drawers.get(post.office)!(taken), { ...draw, deal })
  })
}

function makePerson(
  { team, office, level, title }: Post,
  { joinedOn, leavesOn }: Career,
  name: { name: string; email: string },
  { calendar, random, id, teamIds, deal }: Draw & { deal: Dealer }
): Person {
  const { zone, country, workStartsAt, workEndsAt } = office
  const createdAt = instantOf(joinedOn, '09:00', zone)
  const hasLeft = leavesOn !== null && leavesOn < calendar.today
  const row = {
    id: id(createdAt),
    ...name,
    title,
    level,
    teamId: teamIds.get(team.name)!,
    managerId: null,
    timeZone: zone,
    country,
    workStartsAt,
    workEndsAt,
    ...(level === 'staff' ? deal(office, team.name) : FULL_TIME),
    joinedOn,
    leavesOn,
    region: null,
    isHost: team.name === SUPPORT || (level === 'staff' && random.chance(FORMER_HOSTS)),
    readiness: readinessOn(joinedOn, calendar.periods.at(-1)!.fromOn),
    locale: random.chance(0.15) ? ('en' as const) : office.locale,
    createdAt,
    deactivatedAt: hasLeft ? instantOf(leavesOn, '17:30', zone) : null,
    suspendedAt: null
  }
  return { row, team: team.name, office }
}

const FULL_TIME = { workingDays: [1, 2, 3, 4, 5], ftePercent: 100 }
