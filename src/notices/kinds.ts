import type { NoticeMode } from '../words.ts'
import type { ButtonAct } from './buttons.ts'
import type { CommonTexts } from './texts/en/common.ts'
import type { Kind } from './texts/english.ts'

interface GroupRule {
  mode: NoticeMode
  /** The usual way to who can be reached by both; whoever cannot be hears by the one there is. */
  by: 'slack' | 'email' | 'both'
  because: string
}

/**
 * What people choose for, and how they hear of it unless they choose otherwise. What waits for an answer or is soon comes by
 * Slack, where it has its buttons; what one keeps, or reads when there is time, by mail. The defaults are our own.
 */
export const GROUPS = {
  schedule: {
    mode: 'at_once',
    by: 'email',
    because: 'A published shift is a promise, and people plan their days by it.'
  },
  reminders: {
    mode: 'at_once',
    by: 'slack',
    because: 'A reminder that comes with tomorrow’s digest reminds of nothing.'
  },
  swaps: { mode: 'at_once', by: 'slack', because: 'Somebody waits for the answer, and the first yes wins.' },
  seats: {
    mode: 'at_once',
    by: 'slack',
    because: 'A seat that nobody takes is a customer whom nobody answers.'
  },
  no_shows: {
    mode: 'at_once',
    by: 'slack',
    because: 'There are 48 hours to say what happened, and it is about one’s name.'
  },
  exemptions: {
    mode: 'at_once',
    by: 'email',
    because: 'They are rare, and somebody waits for a decision about themselves.'
  },
  hours: {
    mode: 'digest',
    by: 'slack',
    because: 'There are 14 days to confirm; the next morning is soon enough.'
  },
  quotas: { mode: 'digest', by: 'email', because: 'What one owes changes by the month, not by the hour.' },
  learnings: {
    mode: 'at_once',
    by: 'slack',
    because: 'What was heard is told best while it is remembered: 48 hours.'
  },
  themes: {
    mode: 'digest',
    by: 'email',
    because: 'Answers take days; people complain of silence and of mail alike.'
  },
  digests: {
    mode: 'at_once',
    by: 'email',
    because: 'They are digests already, and come on Monday at eight for a reason.'
  },
  leadership: { mode: 'digest', by: 'email', because: 'Seasons and reviews have weeks.' },
  alarms: {
    mode: 'at_once',
    by: 'both',
    because: 'People are locked out, and only an administrator can say whether rightly.'
  },
  team: { mode: 'digest', by: 'email', because: 'A lead should know, and need not act today.' }
} satisfies Record<string, GroupRule>

export type NoticeGroup = keyof typeof GROUPS
export const NOTICE_GROUPS = Object.keys(GROUPS) as NoticeGroup[]

/** When what a notice asks for is settled or over, so that sending it would only disturb. */
export type StaleRule =
  | 'seat-not-mine'
  | 'hours-booked'
  | 'seat-gone'
  | 'swap-not-open'
  | 'approval-not-open'
  | 'gap-filled'
  | 'answer-over'
  | 'handed-in'

/** Addresses of our pages, one for everything that a notice can ask for. */
export const PLACES = {
  today: '/',
  inbox: '/inbox',
  shifts: '/me/shifts',
  swaps: '/swaps',
  schedule: '/schedule',
  learnings: '/',
  season: '/seasons',
  leadersFirst: '/leadership/first',
  decay: '/leadership/decay',
  provisioning: '/settings/provisioning'
}

/** Where a person chooses what comes by which channel. */
export const NOTICE_SETTINGS = '/me/notices'

export interface KindRule {
  group: NoticeGroup
  act: keyof CommonTexts['acts']
  place: keyof typeof PLACES
  /** To the shift itself where the facts tell of one alone; `place` is for several. */
  isOfShift?: true
  /** Sent at night too. */
  isUrgent?: true
  /** Whatever its reader chose: it is about the way there, not about them. */
  isAlways?: true
  stale?: StaleRule
  /** What it can be answered with on the spot, and under which key its facts name what that is about. */
  buttons?: readonly { act: ButtonAct; about: 'swapId' | 'shiftId' | 'assignmentId' }[]
}

const schedule: KindRule = { group: 'schedule', act: 'schedule', place: 'shifts' }
const reminder: KindRule = { group: 'reminders', act: 'schedule', place: 'today', stale: 'seat-not-mine' }
const swap: KindRule = { group: 'swaps', act: 'open', place: 'swaps' }
const answers = [
  { act: 'swap.accept', about: 'swapId' },
  { act: 'swap.decline', about: 'swapId' }
] as const
const seat: KindRule = { group: 'seats', act: 'open', place: 'swaps' }
/** Who is to see to it that somebody sits there begins at the shift, or at the gaps of the schedule. */
const gap: KindRule = { group: 'seats', act: 'fill', place: 'schedule', isOfShift: true }
const hours: KindRule = { group: 'hours', act: 'read', place: 'today' }
const noShow: KindRule = { group: 'no_shows', act: 'read', place: 'inbox' }
const exemption: KindRule = { group: 'exemptions', act: 'read', place: 'inbox' }
const theme: KindRule = { group: 'themes', act: 'read', place: 'learnings' }
const digest: KindRule = { group: 'digests', act: 'read', place: 'inbox' }
const leadership: KindRule = { group: 'leadership', act: 'read', place: 'season' }
const team: KindRule = { group: 'team', act: 'read', place: 'inbox' }

/** How each kind is sent, and where it leads. A kind with a text and without a rule, or the other way, does not compile. */
export const KINDS: Readonly<Record<Kind, KindRule>> = {
  'rotation-published': schedule,
  'publication-reverted': schedule,
  'working-time-changed': schedule,
  'shift-card-changed': { ...schedule, act: 'read', place: 'today' },
  'handover-left': { ...schedule, act: 'read', place: 'today' },
  'shift-in-a-week': reminder,
  'shift-tomorrow': reminder,
  'shift-in-an-hour': { ...reminder, isUrgent: true },
  'swap-asked': { ...swap, act: 'answer', stale: 'swap-not-open', buttons: answers },
  'swap-proposed-for-you': { ...swap, stale: 'swap-not-open' },
  'swap-accepted': { ...swap, act: 'schedule', place: 'shifts' },
  'swap-undone': { ...swap, act: 'schedule', place: 'shifts' },
  'seat-taken': { ...swap, act: 'schedule', place: 'shifts' },
  'swap-withdrawn': swap,
  'swap-declined': swap,
  'swap-answered-by-another': swap,
  'swap-awaits-approval': swap,
  'swap-to-approve': {
    ...{ ...swap, act: 'approve', stale: 'approval-not-open' },
    buttons: [{ act: 'swap.approve', about: 'swapId' }]
  },
  'swap-refused': swap,
  'swap-closed': swap,
  'swap-expired': swap,
  'seat-given-up': { ...seat, isUrgent: true },
  'seat-opened': { ...gap, isUrgent: true },
  'seat-offered': {
    ...{ ...seat, act: 'take', isUrgent: true, stale: 'seat-gone' },
    buttons: [{ act: 'seat.take', about: 'shiftId' }]
  },
  'gap-ahead': { ...gap, stale: 'gap-filled' },
  'shift-in-absence': gap,
  'shift-clear-again': { ...seat, act: 'schedule', place: 'shifts' },
  'calendar-not-readable': { ...schedule, act: 'open' },
  'confirm-hours': {
    ...{ ...hours, act: 'confirm', stale: 'hours-booked' },
    buttons: [{ act: 'hours.confirm', about: 'assignmentId' }]
  },
  'hours-entered': hours,
  'hours-corrected': hours,
  'hours-credited': hours,
  'hours-counter-marked': hours,
  'period-closed': hours,
  'no-show-raised': { ...noShow, isUrgent: true, stale: 'answer-over' },
  'no-show-answered': noShow,
  'no-show-withdrawn': noShow,
  'no-show-recorded': noShow,
  'quota-changed': { ...hours, group: 'quotas' },
  'exemption-asked': { ...exemption, act: 'answer' },
  'exemption-granted': exemption,
  'exemption-refused': exemption,
  'exemption-withdrawn': exemption,
  'employee-deactivated': team,
  'much-taken-out': team,
  'guest-left': schedule,
  'leavers-held': { group: 'alarms', act: 'answer', place: 'provisioning', isUrgent: true },
  'absence-imported': { ...schedule, act: 'read' },
  'hand-in-learning': {
    ...{ group: 'learnings', act: 'handIn', place: 'today', stale: 'handed-in' },
    buttons: [
      { act: 'learning.write', about: 'shiftId' },
      { act: 'learning.nothing', about: 'shiftId' }
    ]
  },
  'theme-decided': theme,
  'theme-yours': { ...theme, act: 'answer' },
  'theme-passed-on': theme,
  'theme-merged': theme,
  'theme-unmerged': theme,
  'theme-reopened': { ...theme, act: 'answer' },
  'themes-waiting': theme,
  'themes-unheard': theme,
  'themes-reopened': { ...theme, act: 'answer' },
  'learnings-weekly': digest,
  'learnings-monthly': { ...digest, act: 'answer' },
  'reported-themes-moved': digest,
  'season-declared': { ...leadership, act: 'answer' },
  'season-moved': { ...leadership, act: 'answer' },
  'season-closed': leadership,
  'leaders-first-changed': { ...leadership, place: 'leadersFirst' },
  'leaders-first-overridden': { ...leadership, act: 'take', place: 'swaps' },
  'decay-review-opened': { ...leadership, act: 'answer', place: 'decay' },
  'decay-review-decided': { ...leadership, place: 'decay' },
  'delivery-canary': { ...team, isUrgent: true, isAlways: true }
}

/** The rule of a kind; one that is not known, from a later or an earlier version, is kept to the inbox. */
export const ruleOf = (kind: string): KindRule | null =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind] : null
