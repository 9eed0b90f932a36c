/** What somebody asks of the app, one each per batch. */
export type Operation = { actor: string } & (
  | { kind: 'claim'; shiftId: string; onBehalfOf?: string }
  | { kind: 'offer'; give?: string; asks: { who: string; take?: string }[]; onBehalfOf?: string }
  | { kind: 'accept' | 'decline'; swapId: string; onBehalfOf?: string }
  | { kind: 'withdraw' | 'undo'; swapId: string }
  | { kind: 'away'; from: number; to: number }
  | { kind: 'back'; absenceId: string }
  | { kind: 'quota'; teamId: string; fromOn: string; hours: number }
  | { kind: 'join' | 'deactivate'; who: string }
  | { kind: 'leave'; who: string; leavesOn: string | null }
  | { kind: 'publish'; draftId: string }
)

export type Kind = Operation['kind']

/** The entry that each leaves in the audit log. */
export const ACTIONS: Record<Kind, string> = {
  claim: 'seat.taken',
  offer: 'swap.proposed',
  accept: 'swap.carried-out',
  decline: 'swap.declined',
  withdraw: 'swap.withdrawn',
  undo: 'swap.undone',
  away: 'absence.noted',
  back: 'absence.deleted',
  quota: 'quota.set',
  join: 'employees.imported',
  deactivate: 'employee.deactivated',
  leave: 'employee.changed',
  publish: 'rotation.published'
}

export interface Request {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: object | string
}

/** How the operation is asked for through HTTP. */
export function requestOf(
  operation: Operation,
  known: { rotationId: string; lineOf: (employeeId: string) => string }
): Request {
  switch (operation.kind) {
    case 'claim':
      return post(`/api/shifts/${operation.shiftId}/seats`, forWhom(operation))
    case 'offer':
      return post('/api/swaps', offerOf(operation))
    case 'accept':
      return post(`/api/swaps/${operation.swapId}/acceptance`, forWhom(operation))
    case 'decline':
      return post(`/api/swaps/${operation.swapId}/decline`, forWhom(operation))
    case 'withdraw':
      return post(`/api/swaps/${operation.swapId}/withdrawal`)
    case 'undo':
      return post(`/api/swaps/${operation.swapId}/undo`)
    case 'away':
      return post('/api/me/absences', { kind: 'leave', ...instantsOf(operation) })
    case 'back':
      return { method: 'DELETE', path: `/api/me/absences/${operation.absenceId}` }
    case 'quota': {
      const { teamId, fromOn, hours } = operation
      return post('/api/quotas', { scope: 'team', teamId, fromOn, hours, weeks: 4 })
    }
    case 'join':
      return post('/api/imports', known.lineOf(operation.who))
    case 'deactivate':
      return post(`/api/employees/${operation.who}/deactivation`)
    case 'leave':
      return {
        method: 'PATCH',
        path: `/api/employees/${operation.who}`,
        body: { leavesOn: operation.leavesOn }
      }
    case 'publish':
      return post(`/api/rotations/${known.rotationId}/publications`, { draftId: operation.draftId })
  }
}

const post = (path: string, body?: object | string): Request => ({
  method: 'POST',
  path,
  ...(body !== undefined && { body })
})

const forWhom = ({ onBehalfOf }: { onBehalfOf?: string }) => ({ ...(onBehalfOf && { onBehalfOf }) })

const instantsOf = ({ from, to }: { from: number; to: number }) => ({
  startsAt: new Date(from).toISOString(),
  endsAt: new Date(to).toISOString()
})

function offerOf({ give, asks, onBehalfOf }: Extract<Operation, { kind: 'offer' }>) {
  return {
    ...(give && { giveAssignmentId: give }),
    asks: asks.map(({ who, take }) => ({ employeeId: who, ...(take && { takeAssignmentId: take }) })),
    ...(onBehalfOf && { onBehalfOf })
  }
}
