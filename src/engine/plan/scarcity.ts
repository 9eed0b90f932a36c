import type { Problem } from './problem.ts'

/** With so many shifts to a person most shifts have hardly anybody to spare. */
const MANY_SHIFTS = 2.5

/** Whether seats may have to stay empty: more hours are asked for than people owe, or shifts outnumber people by far. */
export function isScarce({ shifts, people }: Problem): boolean {
  const asked = shifts.reduce((sum, { start, end, desired }) => sum + (end - start) * desired, 0)
  const owed = people.reduce((sum, { dueMinutes }) => sum + Math.max(0, dueMinutes), 0)
  return asked > owed || shifts.length > MANY_SHIFTS * people.length
}

/** Hosts who are more than this part of a company are hardly fewer to plan than everybody. */
const FEW = 0.2
/** Asked for this part of what they owe they are hardly ever free where they are needed. */
const BUSY = 0.9

/** Whether some few hosts are too few: nearly all the hours that they owe are asked for, or more. */
export function areHostsScarce({ shifts, people }: Problem): boolean {
  const hosts = people.filter(({ host }) => host)
  const asked = shifts.reduce((sum, { start, end, hosts: needed }) => sum + (end - start) * needed, 0)
  const owed = hosts.reduce((sum, { dueMinutes }) => sum + Math.max(0, dueMinutes), 0)
  return asked > BUSY * owed && hosts.length > 0 && hosts.length < FEW * people.length
}
