import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { Body, Id, LocalDateText, OneOf } from '../lib/schema.ts'
import { beginDraft } from '../rotations/create-draft.ts'
import { RotationNameTaken, RotationNotValid } from '../rotations/errors.ts'
import type { RotationFields } from '../rotations/rotation-fields.ts'
import { changeRotation, createRotation, readRotation } from '../rotations/rotations.ts'
import { PLANNING_MODES } from '../words.ts'
import { AnyForm, textIn } from './any-form.ts'
import { readerFor, sendPage } from './page.ts'
import { EditorPage } from './pages/plan/editor-page.tsx'
import { PlanPage } from './pages/plan/plan-page.tsx'
import { RotationPage } from './pages/plan/rotation-page.tsx'
import { readEditor, readPlan, readRotationPage } from './read-plan.ts'
import { complaintsIn, newRotation, readRotationForm } from './rotation-form.ts'
import { planTexts } from './texts/plan.ts'
import { rotationEditorTexts } from './texts/rotation-editor.ts'

const readers = { access: ['lead', 'hr', 'admin'] as const }
const planners = { access: ['hr', 'admin'] as const }
const params = Type.Object({ rotationId: Id })
const TOLD = ['saved', 'discardedTold'] as const

const lists: FastifyPluginAsyncTypebox = async (app) => {
  const query = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })
  app.get(
    '/plan',
    { config: readers, schema: { hide: true, querystring: query } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readPlan(request.ctx, request.query.cursor)
      return sendPage(request, reply, {
        title: reader.say(planTexts).title,
        content: <PlanPage view={view} reader={reader} />
      })
    }
  )

  const told = Type.Object({ told: Type.Optional(OneOf(TOLD)) })
  app.get(
    '/plan/:rotationId',
    { config: readers, schema: { hide: true, params, querystring: told } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readRotationPage(request.ctx, request.params.rotationId)
      const said = request.query.told && reader.say(planTexts)[request.query.told]
      const content = <RotationPage view={view} reader={reader} told={said} />
      return sendPage(request, reply, { title: view.rotation.name, content })
    }
  )
}

interface Written {
  rotationId: string | null
  fields: RotationFields
  refused?: unknown
}

async function sendEditor(request: FastifyRequest, reply: FastifyReply, written: Written, status = 200) {
  const reader = readerFor(request)
  const texts = reader.say(rotationEditorTexts)
  const view = await readEditor(request.ctx, written)
  const title = written.rotationId ? texts.changeTitle(written.fields.name) : texts.newTitle
  return sendPage(request, reply, { title, content: <EditorPage view={view} reader={reader} />, status })
}

/** Saves what was written; what cannot be saved comes back as it was written, with what to change. */
async function save(
  request: FastifyRequest,
  reply: FastifyReply,
  { rotationId, fields }: Written,
  write: () => Promise<{ id: string }>
) {
  try {
    const complaints = complaintsIn(fields)
    if (complaints.length > 0) throw new RotationNotValid(complaints)
    const { id } = await write()
    return reply.redirect(`/plan/${id}?told=saved`, 303)
  } catch (refused) {
    if (!(refused instanceof RotationNotValid || refused instanceof RotationNameTaken)) throw refused
    return sendEditor(request, reply, { rotationId, fields, refused }, refused.status)
  }
}

const editing: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/plan/new', { config: planners, schema: { hide: true } }, async (request, reply) => {
    const { timeZone } = request.ctx.actor
    const fields = newRotation(localDateOf(request.ctx.now(), timeZone), timeZone, 'NO')
    return sendEditor(request, reply, { rotationId: null, fields })
  })

  app.get(
    '/plan/:rotationId/edit',
    { config: planners, schema: { hide: true, params } },
    async (request, reply) => {
      const { rotationId } = request.params
      const { id: _, ...fields } = await readRotation(request.ctx.db, rotationId)
      return sendEditor(request, reply, { rotationId, fields })
    }
  )

  app.post(
    '/plan/preview',
    { config: planners, schema: { hide: true, body: AnyForm } },
    async (request, reply) => {
      const rotationId = textIn(request.body, 'rotationId') || null
      return sendEditor(request, reply, { rotationId, fields: readRotationForm(request.body) })
    }
  )

  app.post('/plan', { config: planners, schema: { hide: true, body: AnyForm } }, async (request, reply) => {
    const fields = readRotationForm(request.body)
    return save(request, reply, { rotationId: null, fields }, () => createRotation(request.ctx, fields))
  })

  app.post(
    '/plan/:rotationId',
    { config: planners, schema: { hide: true, params, body: AnyForm } },
    async (request, reply) => {
      const { rotationId } = request.params
      const fields = readRotationForm(request.body)
      return save(request, reply, { rotationId, fields }, () =>
        changeRotation(request.ctx, rotationId, fields)
      )
    }
  )

  const period = Body({ fromOn: LocalDateText, toOn: LocalDateText, mode: OneOf(PLANNING_MODES) })
  app.post(
    '/plan/:rotationId/drafts',
    { config: { ...planners, idempotency: 'beside' }, schema: { hide: true, params, body: period } },
    async ({ ctx, params: { rotationId }, body, log }, reply) => {
      const { draftId, planned } = await beginDraft(ctx, rotationId, body)
      planned.catch((err: unknown) => log.error({ err, draftId }, 'planning failed'))
      return reply.redirect(`/plan/drafts/${draftId}`, 303)
    }
  )
}

/** Rotations: the list, one of them, writing them, and beginning to plan. */
export const planPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(lists)
  await app.register(editing)
}
