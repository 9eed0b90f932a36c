import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Instant, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { GRANTED_ROLES } from '../words.ts'
import { changeEmployee } from './change-employee.ts'
import { deactivateEmployee } from './deactivate-people.ts'
import { giveRole, takeRole } from './grant-roles.ts'
import { listEmployees, readEmployee } from './people.ts'
import { Employee, EmployeeChanges, EmployeeInList, SearchText } from './schemas.ts'

const EmployeeParams = Type.Object({ employeeId: Id })
const GrantParams = Type.Object({ employeeId: Id, role: OneOf(GRANTED_ROLES) })

export const employeeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/employees', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listEmployees',
      summary: 'The people of the company, by name',
      tags: ['Employees'],
      querystring: Type.Object({
        ...PageQuery,
        teamId: Type.Optional(Id),
        q: Type.Optional(SearchText),
        includeDeactivated: Type.Optional(Type.Boolean({ description: 'For HR and administrators.' }))
      }),
      response: { 200: Page(EmployeeInList), ...problems(400, 401, 403) }
    },
    handler: async (request) => listEmployees(request.ctx, request.query)
  })

  app.get('/employees/:employeeId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readEmployee',
      summary: 'One person',
      description:
        'All that is held for the person, the lead of their team and HR; for others what all may see.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: { 200: Employee, ...problems(400, 401, 404) }
    },
    handler: async (request) => readEmployee(request.ctx, request.params.employeeId)
  })

  app.patch('/employees/:employeeId', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'changeEmployee',
      summary: 'Change a person',
      description: 'HR and administrators change everything, the lead of the team the readiness.',
      tags: ['Employees'],
      params: EmployeeParams,
      body: EmployeeChanges,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) => {
      await changeEmployee(request.ctx, request.params.employeeId, request.body)
      return reply.code(204).send(null)
    }
  })

  app.post('/employees/:employeeId/deactivation', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'deactivateEmployee',
      summary: 'End a person’s part in the company',
      description:
        'Sessions and roles end, seats on shifts to come open up, the leads are told. Twice is once.',
      tags: ['Employees'],
      params: EmployeeParams,
      response: {
        200: Type.Object({ employeeId: Id, deactivatedAt: Instant, releasedShifts: Type.Integer() }),
        ...problems(400, 401, 403, 404, 409)
      }
    },
    handler: async (request) => deactivateEmployee(request.ctx, request.params.employeeId)
  })

  app.put('/employees/:employeeId/grants/:role', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'giveRole',
      summary: 'Give a person a role',
      tags: ['Employees'],
      params: GrantParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await giveRole(request.ctx, request.params.employeeId, request.params.role)
      return reply.code(204).send(null)
    }
  })

  app.delete('/employees/:employeeId/grants/:role', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'takeRole',
      summary: 'Take a role away; never the last administrator’s',
      tags: ['Employees'],
      params: GrantParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await takeRole(request.ctx, request.params.employeeId, request.params.role)
      return reply.code(204).send(null)
    }
  })
}
