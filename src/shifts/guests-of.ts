import { buddyOf, type Person } from './buddy-of.ts'

/** The guests whom a host of the shift looks after, the other side of {@link buddyOf}; none for who is no host. */
export function guestsOf<Someone extends Person>(people: readonly Someone[], hostId: string): Someone[] {
  return people.filter(({ employeeId }) => buddyOf(people, employeeId)?.employeeId === hostId)
}
