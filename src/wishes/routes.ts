import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText, LocalTimeText, Nullable, OneOf } from '../lib/schema.ts'
import { DAY_PARTS, WISH_LEVELS, WISH_REASONS } from '../words.ts'
import { readMyWishes, replaceMyWishes } from './my-wishes.ts'
import { readTeamWishes } from './read-team-wishes.ts'

const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' })
const Part = OneOf(
  DAY_PARTS,
  'By your clock: morning 6-12, afternoon 12-17, evening 17-22, night 22-6, or the day.'
)

const Wish = Type.Object({
  weekday: Nullable(Weekday),
  onDay: Nullable(LocalDateText),
  part: Part,
  level: OneOf(WISH_LEVELS),
  reason: Nullable(OneOf(WISH_REASONS, 'Of which kind the reason for "cannot" is. Nobody but you sees it.'))
})

const NewWish = Body({
  weekday: Type.Optional(Weekday),
  onDay: Type.Optional(LocalDateText),
  part: Part,
  level: OneOf(WISH_LEVELS),
  reason: Type.Optional(OneOf(WISH_REASONS))
})

const Share = {
  cannotShare: Type.Number({
    description:
      'Share of your working time of the coming 91 days that "cannot" and unavailable hours take out. More than 0.8 is refused.'
  }),
  isAboveWarning: Type.Boolean({ description: 'More than 0.4: your leads are told the share.' })
}
const MyWishes = Type.Object({ items: Type.Array(Wish), ...Share })

const Slot = Type.Object({ weekday: Weekday, startsAt: LocalTimeText, endsAt: LocalTimeText })
const TeamWish = Type.Object({
  employeeId: Id,
  name: Type.String(),
  timeZone: Type.String(),
  cannot: Type.Array(
    Type.Object({ weekday: Nullable(Weekday), onDay: Nullable(LocalDateText), part: OneOf(DAY_PARTS) })
  ),
  unavailable: Type.Array(Slot),
  ...Share
})

export const wishRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/wishes', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyWishes',
      summary: 'When I would love to be on a shift, and when rather not',
      tags: ['Me'],
      response: { 200: MyWishes, ...problems(401) }
    },
    handler: async (request) => readMyWishes(request.ctx)
  })

  app.put('/me/wishes', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'replaceMyWishes',
      summary: 'Replace my wishes',
      description:
        'A date goes before a weekday, a part before the day; what you do not name is fine. Plans to come try to keep them, "cannot" always; a published shift stays promised.',
      tags: ['Me'],
      body: Body({ wishes: Type.Array(NewWish, { maxItems: 200 }) }),
      response: { 200: MyWishes, ...problems(400, 401, 403, 422) }
    },
    handler: async (request) => replaceMyWishes(request.ctx, request.body.wishes)
  })

  app.get('/teams/:teamId/wishes', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'readTeamWishes',
      summary: 'How much of their time the people of a team have taken out',
      tags: ['Teams'],
      params: Type.Object({ teamId: Id }),
      response: { 200: Type.Object({ items: Type.Array(TeamWish) }), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => ({ items: await readTeamWishes(request.ctx, request.params.teamId) })
  })
}
