/** The closed lists of the field, in one place; the database enums are made from the same words. */
export const LEVELS = ['staff', 'lead', 'executive'] as const
export const READINESS = ['in_training', 'shadowing', 'ready'] as const
export const LOCALES = ['en', 'nb', 'sv'] as const
export const ROLES = ['employee', 'lead', 'host', 'hr', 'admin'] as const
export const GRANTED_ROLES = ['hr', 'admin'] as const
/** How somebody proved who they are: by a link, at an OpenID Connect provider, or not at all in a demo. */
export const SIGN_IN_WAYS = ['link', 'provider', 'demo'] as const
export const ABSENCE_KINDS = ['leave', 'sick', 'other'] as const
export const ABSENCE_SOURCES = ['own', 'import', 'feed'] as const
export const WISH_LEVELS = ['love', 'fine', 'rather_not', 'ask_nicely', 'cannot'] as const
export const DAY_PARTS = ['day', 'morning', 'afternoon', 'evening', 'night'] as const
export const WISH_REASONS = ['care', 'study', 'other_work', 'travel', 'faith', 'health', 'other'] as const
/** From scratch, or so that as little as possible of what is published changes. */
export const PLANNING_MODES = ['plan', 'repair'] as const
export const HOLIDAY_RULES = ['skip', 'unpopular'] as const
export const QUOTA_SCOPES = ['organisation', 'team', 'person'] as const
/** What is counted of the whole company and kept: quarters of the decay watch, days of a season's closing page. */
export const PERIOD_COUNT_KINDS = ['decay', 'closing', 'leaders'] as const
export const LEDGER_KINDS = ['worked', 'credited', 'waived', 'carried'] as const
/** How someone takes part; hours count alike whatever the track. */
export const TRACKS = ['live_contact', 'review', 'help_pages', 'call_backs'] as const
/** Tracks that have no shifts, so that their hours are credited. */
export const TRACK_CREDITS = [
  'review',
  'help_pages',
  'call_backs'
] as const satisfies readonly (typeof TRACKS)[number][]
/** What credited hours are for: a track that has no shifts, or time around a shift. */
export const CREDIT_PURPOSES = [...TRACK_CREDITS, 'preparation', 'fix_it'] as const
export const EXEMPTION_REASONS = ['health', 'caring', 'parental', 'workload', 'role', 'other'] as const
/** What a group of an identity provider may make of its members. Never an administrator. */
export const GROUP_ROLES = ['host', 'lead', 'hr'] as const
/** What became of somebody whom the brake held: they have left, they have not, the identity provider took it back. */
export const LEAVER_DECISIONS = ['confirmed', 'released', 'taken_back'] as const
/** Kinds of data that are kept for so many days each. */
export const RETENTION_KINDS = [
  'absence_kinds',
  'free_text',
  'customer_words',
  'notices',
  'deliveries',
  'past_rows',
  'audit',
  'leavers'
] as const
export const FIX_IT_KINDS = ['repair', 'page'] as const
export const PUBLICATION_EFFECTS = ['given', 'taken'] as const
export const PROPOSAL_KINDS = ['swap', 'cover', 'open_seat'] as const
export const PROPOSAL_CAUSES = [
  'moved',
  'cancelled',
  'reverted',
  'absence',
  'deactivated',
  'changed_hands'
] as const
/** Whose shifts a calendar feed shows. */
export const FEED_PURPOSES = ['own', 'team', 'rotation'] as const
/** Whether a shift blocks time in somebody's calendar. */
export const CALENDAR_SHOWN_AS = ['busy', 'free'] as const
/** What other systems may hear of, by the audited action. */
export const WEBHOOK_EVENTS = [
  'rotation.published',
  'publication.reverted',
  'seat.taken',
  'seat.taken-over',
  'assignment.released',
  'swap.proposed',
  'swap.accepted',
  'swap.declined',
  'swap.withdrawn',
  'swap.carried-out',
  'swap.undone',
  'swap.closed',
  'hours.confirmed',
  'hours.corrected',
  'hours.credited',
  'learning.submitted',
  'theme.created',
  'theme.decided'
] as const
/** Why a webhook hears no more: its server said 410, an administrator ended it. */
export const WEBHOOK_ENDINGS = ['gone', 'by_hand'] as const
export const LEARNING_TYPES = [
  'bug',
  'hard_to_use',
  'missing',
  'how_to',
  'policy_or_process',
  'praise',
  'other'
] as const
/** What leaders answer a theme with; `heard` is the state of one that nobody has answered. */
export const THEME_DECISIONS = ['deciding', 'doing', 'done', 'declined'] as const
export const THEME_STATES = ['heard', ...THEME_DECISIONS] as const
/**
 * Why a theme was put before a leader: they own it, new reports reopened it, 14 days or 30 days without a decision, or
 * it stood in the leaders' monthly digest.
 */
export const HEARING_CAUSES = ['owner', 'reopened', 'lead', 'leadership', 'digest'] as const
/** What somebody says of one customer: were they well served? */
export const SERVED_ANSWERS = ['yes', 'no', 'unsure'] as const
/** What follows from a programme that decays. */
export const DECAY_DECISIONS = ['stop', 'change', 'keep'] as const
/** Where a report of work in a help desk came from; `other` says whoever sends it by the API. */
export const ACTIVITY_SOURCES = ['zendesk', 'helpscout', 'intercom', 'kundo', 'other'] as const
export const LEARNING_NUDGES = ['shift_end', 'next_morning'] as const
/** To leads, to the leadership, to who reported something that moved. */
export const DIGEST_KINDS = ['weekly', 'monthly', 'reporter'] as const
/** The ways a notice reaches people beside their inbox. Each has one delivery per notice. */
export const CHANNELS = ['email', 'slack', 'webhook'] as const
/** How somebody wants to hear of a group of notices; everything is in the inbox whichever they choose. */
export const NOTICE_MODES = ['at_once', 'digest', 'inbox'] as const
/**
 * Why a delivery was not sent: its reader is gone, it is about what is over, they want it in the inbox alone, or nobody
 * in the chat is them any more.
 */
export const SKIP_REASONS = ['left', 'stale', 'inbox', 'unlinked'] as const
/** How much something weighs in plans; `usual` is the house's own weight. */
export const EMPHASES = ['less', 'usual', 'more', 'most'] as const
export const SHIFT_REMINDERS = ['week', 'day', 'hour', 'confirm'] as const

export type Level = (typeof LEVELS)[number]
export type Readiness = (typeof READINESS)[number]
export type Locale = (typeof LOCALES)[number]
export type Role = (typeof ROLES)[number]
export type GrantedRole = (typeof GRANTED_ROLES)[number]
export type AbsenceKind = (typeof ABSENCE_KINDS)[number]
export type WishLevel = (typeof WISH_LEVELS)[number]
export type DayPart = (typeof DAY_PARTS)[number]
export type WishReason = (typeof WISH_REASONS)[number]
export type HolidayRule = (typeof HOLIDAY_RULES)[number]
export type QuotaScope = (typeof QUOTA_SCOPES)[number]
export type PeriodCountKind = (typeof PERIOD_COUNT_KINDS)[number]
export type LedgerKind = (typeof LEDGER_KINDS)[number]
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]
export type ProposalCause = (typeof PROPOSAL_CAUSES)[number]
export type LearningType = (typeof LEARNING_TYPES)[number]
export type CreditPurpose = (typeof CREDIT_PURPOSES)[number]
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number]
export type FixItKind = (typeof FIX_IT_KINDS)[number]
export type GroupRole = (typeof GROUP_ROLES)[number]
export type LeaverDecision = (typeof LEAVER_DECISIONS)[number]
export type RetentionKind = (typeof RETENTION_KINDS)[number]
export type PlanningMode = (typeof PLANNING_MODES)[number]
export type ThemeDecision = (typeof THEME_DECISIONS)[number]
export type ThemeState = (typeof THEME_STATES)[number]
export type HearingCause = (typeof HEARING_CAUSES)[number]
export type DigestKind = (typeof DIGEST_KINDS)[number]
export type ServedAnswer = (typeof SERVED_ANSWERS)[number]
export type DecayDecision = (typeof DECAY_DECISIONS)[number]
export type Channel = (typeof CHANNELS)[number]
export type NoticeMode = (typeof NOTICE_MODES)[number]
export type SkipReason = (typeof SKIP_REASONS)[number]
export type ShiftReminder = (typeof SHIFT_REMINDERS)[number]
export type FeedPurpose = (typeof FEED_PURPOSES)[number]
export type CalendarShownAs = (typeof CALENDAR_SHOWN_AS)[number]
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]
export type WebhookEnding = (typeof WEBHOOK_ENDINGS)[number]
export type ActivitySource = (typeof ACTIVITY_SOURCES)[number]
