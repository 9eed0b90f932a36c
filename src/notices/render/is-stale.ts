import { openSpanFor } from '../../engine/swap/open-span.ts'
import { ruleOf, type StaleRule } from '../kinds.ts'
import type { NoticeFacts, Standing } from './read-standing.ts'
import { readInstant, readSpan } from './told.ts'

type Check = (notice: NoticeFacts, standing: Standing) => boolean

const shiftOf = ({ facts }: Pick<NoticeFacts, 'facts'>, { shifts }: Standing) =>
  shifts.get(String(facts.shiftId))

/** The seat is somebody else's or nobody's by now, begins at another time, or has begun. */
const seatNotMine: Check = (notice, standing) => {
  const span = readSpan(notice.facts)
  const seat = shiftOf(notice, standing)?.people.find(
    ({ assignmentId }) => assignmentId === notice.facts.assignmentId
  )
  const isMine = seat?.employeeId === notice.employeeId && +seat.startsAt === +(span?.startsAt ?? 0)
  return !isMine || seat.startsAt <= standing.now
}

/** Hours are entered, or the seat is not the reader's any more. */
const hoursBooked: Check = (notice, standing) => {
  const id = String(notice.facts.assignmentId)
  const people = shiftOf(notice, standing)?.people ?? []
  const isMine = people.some((seat) => seat.assignmentId === id && seat.employeeId === notice.employeeId)
  return !isMine || standing.booked.has(id)
}

/** The shift has begun or is full, or the reader sits on it already. One that lacks a host is not full for a host who was asked for that. */
const seatGone: Check = (notice, standing) => {
  const shift = shiftOf(notice, standing)
  if (!shift || shift.startsAt <= standing.now) return true
  const isOn = shift.people.some(({ employeeId }) => employeeId === notice.employeeId)
  const { minSeats: min, desiredSeats: desired, maxSeats: max, hostsRequired: hosts } = shift
  const asked = { ...shift, seats: { min, desired, max, hosts } }
  return isOn || openSpanFor({ isHost: notice.facts.isForHosts === true }, asked, shift.people) === null
}

const swapOf = ({ facts }: NoticeFacts, { swaps }: Standing) => swaps.get(String(facts.swapId))

/** It is settled, or the reader has said no. Who proposed it is not among those asked. */
const swapNotOpen: Check = (notice, standing) => {
  const swap = swapOf(notice, standing)
  if (swap?.state !== 'proposed') return true
  return notice.kind === 'swap-asked' && !swap.waitsFor.has(notice.employeeId)
}

const approvalNotOpen: Check = (notice, standing) => swapOf(notice, standing)?.state !== 'awaiting_approval'

/** None of the shifts is short of people or hosts any more, or all have begun. */
const gapFilled: Check = ({ facts }, standing) => {
  const named = Array.isArray(facts.shifts) ? (facts.shifts as { shiftId?: string }[]) : []
  return !named.some((one) => {
    const shift = standing.shifts.get(String(one.shiftId))
    if (!shift || shift.startsAt <= standing.now) return false
    const hosts = shift.people.filter(({ isHost }) => isHost).length
    return shift.people.length < shift.minSeats || hosts < shift.hostsRequired
  })
}

/** The time to answer is over, or the hours were entered. */
const answerOver: Check = ({ facts }, { now, booked }) => {
  const until = readInstant(facts.answerUntil)
  return (until !== null && until <= now) || booked.has(String(facts.assignmentId))
}

/** It was handed in, or the time for it is over. */
const handedIn: Check = ({ facts }, { now, answered }) => {
  const until = readInstant(facts.dueAt)
  return (until !== null && until <= now) || answered.has(String(facts.assignmentId))
}

const CHECKS: Record<StaleRule, Check> = {
  'seat-not-mine': seatNotMine,
  'hours-booked': hoursBooked,
  'seat-gone': seatGone,
  'swap-not-open': swapNotOpen,
  'approval-not-open': approvalNotOpen,
  'gap-filled': gapFilled,
  'answer-over': answerOver,
  'handed-in': handedIn
}

/**
 * Whether what a notice asks for is settled or over. Such a one is not sent; in the inbox it stays, and says so. A notice
 * that only tells what happened is never stale: it is sent with what has changed since.
 */
export function isStale(notice: NoticeFacts, standing: Standing): boolean {
  const rule = ruleOf(notice.kind)?.stale
  return rule !== undefined && CHECKS[rule](notice, standing)
}
