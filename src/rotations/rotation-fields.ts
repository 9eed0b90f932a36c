import type { HolidayRule, Level, Locale } from '../words.ts'

export interface Slot {
  /** Monday is 1. */
  weekday: number
  /** Wall clock of the rotation's zone; an end at or before the start is on the next day. */
  startsAt: string
  endsAt: string
}

export interface Seats {
  min: number
  desired: number
  max: number
}

/** All that a rotation is made of. Null lists mean everybody; `validTo` is the first day without shifts. */
export interface RotationFields {
  name: string
  timeZone: string
  slots: Slot[]
  seats: Seats
  hostsRequired: number
  eligibleTeamIds: string[] | null
  eligibleLevels: Level[] | null
  validFrom: string
  validTo: string | null
  holidayCountry: string
  holidayRule: HolidayRule
  leadTimeDays: number
  spacingDays: number
  /** A lead must approve what two people have agreed on. */
  swapsNeedApproval: boolean
  /** How long either side may undo a swap, a cover or a seat they took. */
  undoMinutes: number
  /** Minutes credited with every shift for getting ready. */
  preparationMinutes: number
  /** Whether a block after a shift, to fix what was learnt, counts; and how long it is. */
  countsFixIt: boolean
  fixItMinutes: number
  /** Where the customers wait: what people open as their shift begins. */
  queueUrl: string | null
  /** The Slack channel that says every day who is on, by its id; null: none. */
  slackChannelId: string | null
  /** In which language it does so: a channel has no reader. */
  slackLocale: Locale
}

export interface Rotation extends RotationFields {
  id: string
}
