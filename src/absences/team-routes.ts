import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText } from '../lib/schema.ts'
import { readTeamAbsences } from './read-team-absences.ts'
import { reportAwayFor } from './report-away.ts'
import { AwayReport, AwaySpan, ShiftsInTheWay } from './schemas.ts'

const PersonAway = Type.Object({
  employeeId: Id,
  name: Type.String(),
  timeZone: Type.String(),
  away: Type.Array(AwaySpan),
  shiftsInTheWay: ShiftsInTheWay
})

export const teamAbsenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/teams/:teamId/absences', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'readTeamAbsences',
      summary: 'When the people of a team are away, and the published shifts in the way',
      description: 'Why somebody is away is never told.',
      tags: ['Teams'],
      params: Type.Object({ teamId: Id }),
      querystring: Type.Object({ fromOn: LocalDateText, toOn: LocalDateText }),
      response: { 200: Type.Object({ items: Type.Array(PersonAway) }), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => ({
      items: await readTeamAbsences(request.ctx, request.params.teamId, request.query)
    })
  })

  app.post('/employees/:employeeId/away-today', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'reportAwayToday',
      summary: 'Note for somebody of your team that they are away today',
      description:
        'For who cannot do it themselves. Their seats on today’s shifts that have not begun open at once, and they are told that it was you. What kind of absence it is remains theirs to say.',
      tags: ['Employees'],
      params: Type.Object({ employeeId: Id }),
      body: Body({ lastOn: Type.Optional(LocalDateText) }),
      response: { 201: AwayReport, ...problems(400, 401, 403, 404, 422) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await reportAwayFor(request.ctx, request.params.employeeId, request.body))
  })
}
