import type { RelaxationFacts } from '../engine/facts/relaxation-facts.ts'

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

const several = (count: number, one: string, more: string) => `${count} more ${count === 1 ? one : more}`

/**
 * Says in one sentence what would have to give way for somebody to sit down, or null for what must not: eleven hours of
 * rest are the law.
 *
 * @param who the name of the person who could sit down then
 * @param team the name of their team
 */
export function relaxationSentence(
  { rule, weekday, from, to }: RelaxationFacts,
  { who, team }: { who: string; team: string }
): string | null {
  const on = `on ${WEEKDAYS[weekday - 1]}`
  switch (rule) {
    case 'missing-host':
      return `${several(from - to, 'host', 'hosts')} ${on}: then ${who} could sit here.`
    case 'newcomers-alone':
      return `${several(to - from, 'experienced person', 'experienced people')} ${on}: then ${who} could sit here.`
    case 'team-cap':
      return `The cap of ${team} from ${from} to ${to}: then ${who} could sit here.`
    case 'over-maximum':
      return `The most seats of this shift from ${from} to ${to}: then ${who} could sit here.`
    case 'too-many-shifts':
      return `${who} with ${to} shifts in the period instead of at most ${from}.`
    case 'too-close':
      return `${who} with ${to} days between two shifts instead of at least ${from}.`
    default:
      return null
  }
}
