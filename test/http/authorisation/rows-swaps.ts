import { all, NOBODY, type Persona, type Row, type Statuses } from './row.ts'

/** Eva, or for herself and support Sofie, is asked to take the coming shift; nobody here is asked by anybody else. */
const answering: Record<Persona, Statuses> = {
  employee: [403, 404, 404, 404],
  lead: [403, 403, 404, 404],
  otherLead: [403, 404, 403, 404],
  hr: [403, 403, 403, 404],
  admin: [403, 403, 403, 404]
}
/** Nothing waits for approval: whoever might gets a conflict. Nobody approves what they proposed. */
const approving: Record<Persona, Statuses> = {
  employee: [403, 404, 404, 404],
  lead: [403, 409, 404, 404],
  otherLead: [403, 404, 409, 404],
  hr: [403, 409, 409, 404],
  admin: [403, 409, 409, 404]
}

/** For one's own, of one's team as its lead, of everybody as HR or administrator; others may not. */
const actingFor = (allowed: number, refused: number): Record<Persona, Statuses> => ({
  employee: [allowed, refused, refused, 404],
  lead: [allowed, allowed, refused, 404],
  otherLead: [allowed, refused, allowed, 404],
  hr: [allowed, allowed, allowed, 404],
  admin: [allowed, allowed, allowed, 404]
})

export const swaps: Record<string, Row> = {
  listMySwaps: { query: { view: 'asked' }, statuses: all(200) },
  readSwap: { statuses: actingFor(200, 404) },
  proposeSwap: {
    body: ({ employeeId }, world) => {
      const giveAssignmentId = world.belongings.get(employeeId)?.assignmentId ?? NOBODY
      return { giveAssignmentId, asks: [{ employeeId: world.eva.id }] }
    },
    named: true,
    // The seats of this world lie on a Sunday, when Eva is not at work.
    statuses: actingFor(409, 403)
  },
  acceptSwap: { statuses: answering },
  declineSwap: { statuses: answering },
  counterSwap: { body: () => ({}), statuses: answering },
  withdrawSwap: { statuses: actingFor(200, 404) },
  undoSwap: { statuses: actingFor(409, 404) },
  approveSwap: { statuses: approving },
  refuseSwap: { body: () => ({ reason: 'Too many changes' }), statuses: approving },
  listMyOpenSeats: { statuses: all(200) },
  findTakers: { statuses: actingFor(200, 403) },
  // The shift of this world is over.
  findTakersOfShift: { statuses: { ...all(409, 409, 409, 404), employee: [403, 403, 403, 403] } },
  takeSeat: { statuses: all(409, 409, 409, 404) },
  takeNow: {
    statuses: {
      employee: [403, 403, 403, 404],
      lead: [409, 409, 403, 404],
      otherLead: [403, 403, 409, 404],
      hr: [409, 409, 409, 404],
      admin: [409, 409, 409, 404]
    }
  }
}
