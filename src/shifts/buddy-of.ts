export interface Person {
  employeeId: string
  name: string
  isHost: boolean
}

/**
 * The host who looks after a guest of the shift: guests are dealt out over its hosts in turn, so that two hosts with
 * four guests have two each. Null for a host, for somebody not on the shift, and where there is no host.
 */
export function buddyOf<Someone extends Person>(
  people: readonly Someone[],
  employeeId: string
): Someone | null {
  const inOrder = [...people].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))
  const hosts = inOrder.filter(({ isHost }) => isHost)
  const turn = inOrder.filter(({ isHost }) => !isHost).findIndex((guest) => guest.employeeId === employeeId)
  return turn < 0 || hosts.length === 0 ? null : (hosts[turn % hosts.length] ?? null)
}
