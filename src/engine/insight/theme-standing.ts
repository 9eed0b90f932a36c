import { reopenedAt } from './reopened-at.ts'

export interface Decision {
  decision: 'deciding' | 'doing' | 'done' | 'declined'
  decidedAt: Date
}

export interface ThemeFacts {
  /** The earlier of the first shift on which it was heard and the theme's making. */
  firstHeardAt: Date
  decisions: readonly Decision[]
  /** When each reporter reported it for the first time; needed of declined themes only. */
  firstReportsAt: readonly Date[]
}

export interface ThemeStanding {
  state: 'heard' | Decision['decision']
  /** Since when it waits for a decision; null while it does not. */
  waitingSince: Date | null
  /** When it was decided last; looking into it (deciding) is no decision. */
  decidedAt: Date | null
  /** When new reports reopened it; null unless they did and it waits still. */
  reopenedAt: Date | null
  /** How many decisions have ended a waiting. */
  round: number
}

const ends = ({ decision }: Decision): boolean => decision !== 'deciding'

/**
 * Derives where a theme stands from what was decided of it. `doing`, `done` and `declined` end the waiting; `deciding`
 * says that somebody looks into it and lets the clock run on. A declined theme is heard anew when three new people have
 * reported it, and one taken up again (`deciding` after a decision) waits from then on.
 *
 * @example
 * const at = (day) => new Date(`2027-${day}T09:00Z`)
 * const looked = { decision: 'deciding', decidedAt: at('02-08') }
 * themeStanding({ firstHeardAt: at('02-01'), decisions: [looked], firstReportsAt: [] })
 * //=> { state: 'deciding', waitingSince: at('02-01'), decidedAt: null, reopenedAt: null, round: 0 }
 * const done = { decision: 'done', decidedAt: at('02-20') }
 * themeStanding({ firstHeardAt: at('02-01'), decisions: [looked, done], firstReportsAt: [] })
 * //=> { state: 'done', waitingSince: null, decidedAt: at('02-20'), reopenedAt: null, round: 1 }
 */
export function themeStanding({ firstHeardAt, decisions, firstReportsAt }: ThemeFacts): ThemeStanding {
  const inOrder = decisions.toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())
  const lastEnd = inOrder.findLast(ends)
  const round = inOrder.filter(ends).length
  const looked = inOrder.at(-1)?.decision === 'deciding'
  if (!lastEnd) {
    const state = looked ? 'deciding' : 'heard'
    return { state, waitingSince: firstHeardAt, decidedAt: null, reopenedAt: null, round }
  }
  const { decision, decidedAt } = lastEnd
  const reopened = decision === 'declined' ? reopenedAt(decidedAt, firstReportsAt) : null
  const takenUpAt = inOrder.slice(inOrder.indexOf(lastEnd) + 1)[0]?.decidedAt ?? null
  const waitingSince = earlier(reopened, takenUpAt)
  const state = looked ? 'deciding' : waitingSince ? 'heard' : decision
  return { state, waitingSince, decidedAt, reopenedAt: reopened, round }
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
