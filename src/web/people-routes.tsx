import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { changeEmployee } from '../directory/change-employee.ts'
import { deactivateEmployee } from '../directory/deactivate-people.ts'
import { ImportDeactivatesTooMany, ImportNotValid } from '../directory/errors.ts'
import { giveRole, takeRole } from '../directory/grant-roles.ts'
import { type ImportOptions, importEmployees } from '../directory/import-employees.ts'
import { type EmployeeInFull, listEmployees, readEmployee } from '../directory/people.ts'
import { readTeams } from '../directory/teams.ts'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { LinksOff } from '../sign-in/errors.ts'
import { readSignInsOf } from '../sign-in/person-sign-ins.ts'
import { createSignInLink } from '../sign-in/sign-in-links.ts'
import { GRANTED_ROLES, LEVELS, READINESS } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { ImportPage, type ImportView } from './pages/people/import-page.tsx'
import { PeoplePage } from './pages/people/people-page.tsx'
import { PersonPage } from './pages/people/person-page.tsx'
import { acceptUploads, type Upload } from './read-upload.ts'
import type { PageParts } from './sign-in-routes.tsx'
import { isNothingPublished } from './start-routes.tsx'
import { peopleTexts } from './texts/people.ts'
import { sessionTexts } from './texts/sessions.ts'

const config = { access: ['hr', 'admin'] as const }
const admins = { access: ['admin'] as const }
const params = Type.Object({ employeeId: Id })
const MOST_TEAMS = 200
const PER_PAGE = 50

const listing: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\x00-\\x1f\\x7f]*$' })),
    team: Type.Optional(Type.Union([Id, Type.Literal('')])),
    gone: Type.Optional(Type.Literal('yes')),
    cursor: Type.Optional(Type.String({ maxLength: 300 })),
    told: Type.Optional(OneOf(['importedTold', 'leftTold'] as const))
  })
  app.get('/people', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { q = '', team = '', gone, cursor, told } = request.query
    const reader = readerFor(request)
    const texts = reader.say(peopleTexts)
    const wanted = {
      ...(q.trim() && { q: q.trim() }),
      ...(team && { teamId: team }),
      ...(cursor && { cursor })
    }
    const [{ items, nextCursor }, teams] = await Promise.all([
      listEmployees(request.ctx, { ...wanted, includeDeactivated: gone === 'yes', limit: PER_PAGE }),
      readTeams(request.ctx, { limit: MOST_TEAMS })
    ])
    const look = { q, team, gone: gone === 'yes' }
    const view = { people: items, teams: teams.items, look, next: nextCursor, isFirst: cursor === undefined }
    const isFirstRun = told === 'importedTold' && (await isNothingPublished(request.ctx))
    const page = { view, reader, told: told && texts[told], isFirstRun }
    return sendPage(request, reply, { title: texts.title, content: <PeoplePage {...page} /> })
  })
}

async function sendPerson(
  request: FastifyRequest,
  reply: FastifyReply,
  employeeId: string,
  { link = null, told }: { link?: string | null; told?: string | undefined }
) {
  const [person, teams] = await Promise.all([
    readEmployee(request.ctx, employeeId),
    readTeams(request.ctx, { limit: MOST_TEAMS })
  ])
  const isAdmin = request.ctx.actor.roles.has('admin')
  const view = {
    ...{ person: person as EmployeeInFull, teams: teams.items, mayGiveRoles: isAdmin, link },
    signIns: isAdmin ? await readSignInsOf(request.ctx, employeeId) : null
  }
  const content = <PersonPage view={view} reader={readerFor(request)} now={request.ctx.now()} told={told} />
  return sendPage(request, reply, { title: person.name, content })
}

const person: FastifyPluginAsyncTypebox<PageParts> = async (app, { publicUrl, signInLinks }) => {
  const querystring = Type.Object({
    told: Type.Optional(OneOf(['saved', 'roleTold', 'endedAll', 'unlinked'] as const))
  })
  app.get(
    '/people/:employeeId',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const { told: word } = request.query
      const told = word && { ...reader.say(peopleTexts), ...reader.say(sessionTexts) }[word]
      return sendPerson(request, reply, request.params.employeeId, { told })
    }
  )

  const changes = Body({
    readiness: OneOf(READINESS),
    teamId: Id,
    level: OneOf(LEVELS),
    isHost: Type.Optional(Type.Literal('yes'))
  })
  app.post(
    '/people/:employeeId',
    { config, schema: { hide: true, params, body: changes } },
    async (request, reply) => {
      const { employeeId } = request.params
      const { isHost, ...wanted } = request.body
      await changeEmployee(request.ctx, employeeId, { ...wanted, isHost: isHost === 'yes' })
      return reply.redirect(`/people/${employeeId}?told=saved`, 303)
    }
  )

  app.post(
    '/people/:employeeId/deactivation',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await deactivateEmployee(request.ctx, request.params.employeeId)
      return reply.redirect('/people?told=leftTold', 303)
    }
  )

  const role = Body({ role: OneOf(GRANTED_ROLES), give: OneOf(['yes', 'no'] as const) })
  app.post(
    '/people/:employeeId/roles',
    { config: admins, schema: { hide: true, params, body: role } },
    async (request, reply) => {
      const { employeeId } = request.params
      const change = request.body.give === 'yes' ? giveRole : takeRole
      await change(request.ctx, employeeId, request.body.role)
      return reply.redirect(`/people/${employeeId}?told=roleTold`, 303)
    }
  )

  // The link is a secret: it stands on the page that answers, and nowhere else.
  app.post(
    '/people/:employeeId/link',
    {
      config: { ...admins, idempotency: 'none' },
      schema: { hide: true, params, body: Type.Optional(Body({})) }
    },
    async (request, reply) => {
      if (!signInLinks) throw new LinksOff()
      const { employeeId } = request.params
      const { email } = (await readEmployee(request.ctx, employeeId)) as EmployeeInFull
      const token = await createSignInLink(request.ctx, email)
      return sendPerson(request, reply, employeeId, { link: `${publicUrl}/sign-in/link/${token}` })
    }
  )
}

/** What the import says of the file, or what it refuses about it. */
async function tried(request: FastifyRequest, csv: string, options: ImportOptions): Promise<ImportView> {
  const view = { csv, deactivateMissing: options.deactivateMissing ?? false, complaints: null, refusal: null }
  try {
    return { ...view, result: await importEmployees(request.ctx, Buffer.from(csv), options) }
  } catch (error) {
    if (error instanceof ImportNotValid) {
      const complaints = error.details as NonNullable<ImportView['complaints']>
      return { ...view, result: null, complaints }
    }
    if (!(error instanceof ImportDeactivatesTooMany)) throw error
    return { ...view, result: null, refusal: error.message }
  }
}

const importing: FastifyPluginAsyncTypebox = async (app) => {
  acceptUploads(app)
  const send = (request: FastifyRequest, reply: FastifyReply, view: ImportView) => {
    const reader = readerFor(request)
    const content = <ImportPage view={view} reader={reader} />
    return sendPage(request, reply, { title: reader.say(peopleTexts).importTitle, content })
  }
  const empty = { csv: '', deactivateMissing: false, result: null, complaints: null, refusal: null }

  app.get('/people/import', { config, schema: { hide: true } }, async (request, reply) =>
    send(request, reply, empty)
  )

  app.post('/people/import', { config, schema: { hide: true } }, async (request, reply) => {
    const { file = '', csv = '', missing, write } = (request.body ?? {}) as Upload
    const deactivateMissing = missing === 'yes'
    const view = await tried(request, file === '' ? csv : file, {
      deactivateMissing,
      dryRun: write !== 'yes'
    })
    const isDone = view.result !== null && !view.result.dryRun
    return isDone ? reply.redirect('/people?told=importedTold', 303) : send(request, reply, view)
  })
}

/** The company's people: the list, the import, one person. */
export const peoplePages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  await app.register(listing)
  await app.register(importing)
  await app.register(person, parts)
}
