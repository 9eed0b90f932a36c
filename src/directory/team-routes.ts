import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Page, PageQuery } from '../lib/schema.ts'
import { Leads, Team, TeamChanges } from './schemas.ts'
import { changeTeam, nameLeads, readTeam, readTeams } from './teams.ts'

const TeamParams = Type.Object({ teamId: Id })

export const teamRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/teams', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listTeams',
      summary: 'The teams, by name',
      tags: ['Teams'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(Team), ...problems(400, 401) }
    },
    handler: async (request) => readTeams(request.ctx, request.query)
  })

  app.get('/teams/:teamId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readTeam',
      summary: 'One team',
      tags: ['Teams'],
      params: TeamParams,
      response: { 200: Team, ...problems(400, 401, 404) }
    },
    handler: async (request) => readTeam(request.ctx, request.params.teamId)
  })

  app.patch('/teams/:teamId', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'changeTeam',
      summary: 'Change a team',
      description: 'HR and administrators change everything, the team’s own lead the support cap.',
      tags: ['Teams'],
      params: TeamParams,
      body: TeamChanges,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await changeTeam(request.ctx, request.params.teamId, request.body)
      return reply.code(204).send(null)
    }
  })

  app.put('/teams/:teamId/leads', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'nameLeads',
      summary: 'Name the leads of a team, one at least',
      tags: ['Teams'],
      params: TeamParams,
      body: Leads,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await nameLeads(request.ctx, request.params.teamId, request.body.employeeIds)
      return reply.code(204).send(null)
    }
  })
}
